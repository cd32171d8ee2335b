"""One layer of the locality map: what is filled, pointed at and said, and the figure it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from shcares.maps.locality import picture_json
from shcares.style import palette
from shcares.style.palette import Wash
from shcares.style.patterns import Pattern, Shape
from shcares.ui.figures import Figure

Areas = Literal["small", "middle"]
_THEMED = {palette.LIGHT.ink: "var(--text-color)", palette.LIGHT.background: "var(--background-color)"}


def themed(colour: str) -> str:
    """Ink and paper as the theme of the viewer has them; any other colour as it is."""
    return _THEMED.get(colour, colour)


PLACES = ("town", "village", "suburb")


@dataclass(frozen=True)
class KeyRow:
    """One line of the legend; `code` makes it a button that chooses a community, `form` adds its practices' shape."""

    label: str
    wash: Wash | None
    shape: Literal["area", "point"] = "area"
    code: str = ""
    form: Shape | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The line as the map's script reads it."""
        colour, opacity = (self.wash.colour, self.wash.share) if self.wash else ("", 1.0)
        return {
            "label": self.label,
            "colour": themed(colour),
            "opacity": opacity,
            "shape": self.shape,
            "code": self.code,
        } | ({"form": self.form} if self.form else {})


@dataclass(frozen=True)
class Look:
    """How one practice is drawn; a faint one is open, with an `edge` of its own. Round, unless it has a `form`."""

    colour: str
    ink: str
    edge: str = palette.COMPARATOR
    icon: str = ""
    faint: bool = False
    form: Shape | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The look as the map's script reads it."""
        inks = {"colour": themed(self.colour), "ink": themed(self.ink), "edge": self.edge}
        form = {"form": self.form} if self.form else {}
        return inks | {"icon": self.icon, "faint": self.faint} | form


@dataclass(frozen=True)
class Layer:
    """A layer whole.

    `fills` and `said` are by area or practice code; an area without a fill has no figure, and `unsaid` says why where
    `said` does not. `stripes` are patterns by name (back, its share, line) that a fill may refer to as `url(#name)`;
    `patterns` are those of no colour by name, to which fills and stripes may refer.
    """

    figure: Figure
    finding: str
    areas: Areas
    fills: Mapping[str, Wash]
    said: Mapping[str, str]
    unsaid: str
    key_title: str
    key: Sequence[KeyRow]
    key_note: str = ""
    practices: Mapping[str, Look] = field(default_factory=dict)
    stripes: Mapping[str, tuple[str, float, str]] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    communities: Sequence[Mapping[str, Any]] = ()
    names: Sequence[str] = ()

    def words_of(self, code: str) -> str:
        """What this layer says of one area or practice."""
        return self.said.get(code, self.unsaid)

    def without_practices(self) -> "Layer":
        """The same without practices, which leaves room for the names of more places."""
        return replace(self, practices={}, names=PLACES)

    @property
    def picture(self) -> str:
        """The layer as the map's script reads it."""
        return picture_json(
            {
                "areas": self.areas,
                "fills": {code: [wash.colour, wash.share] for code, wash in self.fills.items()},
                "said": self.said,
                "unsaid": self.unsaid,
                "legend": {
                    "title": self.key_title,
                    "rows": [row.plain for row in self.key],
                    "note": self.key_note,
                },
                "practices": {code: look.plain for code, look in self.practices.items()},
                "stripes": self.stripes,
                "patterns": self.patterns,
                "communities": list(self.communities),
                "names": list(self.names),
            }
        )
