"""What a figure is wherever it goes: the drawing, the sentence, the numbers and where they come from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pandas as pd

from shcares.domain.plots import Plot


@dataclass(frozen=True)
class Question:
    """A question that was put to the store: the name of its SQL file and its parameters as text."""

    name: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Figure:
    """Everything a figure carries wherever it goes.

    `spec` is a Vega-Lite dict drawn as a chart; `still` makes one for the picture alone, where the page has a drawing
    of its own; `html` is what a table or a strip of facts looks like on the page; `plot` gives the drawing as numbers.
    `frame` is the table view: column names as they should be read. A figure without a chart is pictured as that table,
    by `picture_columns` where all its columns would be too wide; `table_first` puts the table itself on the page.
    `ref` is its short ID, the same on screen, in files and on slides; `asked` what was asked of the store for it.
    On a slide `headline` stands for a `sentence` too long to be said large, and `key_columns` are those a table keeps
    where all its rows are to be seen. Where only the drawing is seen, `reading` says in one line what its marks are,
    and `caution` what not to conclude.
    """

    id: str
    title: str
    sentence: str
    period: str
    area: str
    source: str
    method: str
    frame: pd.DataFrame
    spec: dict[str, Any] | None = None
    html: str | None = None
    still: Callable[[], dict[str, Any]] | None = None
    plot: Callable[[], Plot] | None = None
    picture_columns: tuple[str, ...] = ()
    key_columns: tuple[str, ...] = ()
    table_first: bool = False
    notes: tuple[str, ...] = ()
    headline: str = ""
    reading: str = ""
    caution: str = ""
    ref: str = ""
    name: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[Question, ...] = ()
    identity: str = field(default_factory=lambda: uuid4().hex, repr=False, compare=False)

    @property
    def provenance(self) -> dict[str, str]:
        """The columns every download carries."""
        ref = {"Figure ID": self.ref} if self.ref else {}
        return {
            "Figure": self.title,
            **ref,
            "Periods": self.period,
            "Areas": self.area,
            "Source": self.source,
            "Method": self.method,
        }

    @property
    def footnotes(self) -> list[str]:
        """The lines under every picture."""
        named = [f"Figure {self.ref}"] if self.ref else []
        return [f"{self.area}. {self.period}.", *self.remarks, self.source, *named]

    @property
    def remarks(self) -> list[str]:
        """How to read the drawing, what not to conclude from it, and all other notes."""
        return [line for line in dict.fromkeys((self.reading, self.caution, *self.notes)) if line]

    @property
    def short_frame(self) -> pd.DataFrame:
        """The table as a picture or a slide has room for it."""
        return self.frame[list(self.picture_columns)] if self.picture_columns else self.frame
