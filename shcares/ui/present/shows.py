"""Shows made once for all who open them: by story, community, colours and paper."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from shcares.domain.stories import Story
from shcares.export.show import show_html, show_policy
from shcares.style import palette
from shcares.style.palette import Scheme
from shcares.ui import filters, lineage, opening
from shcares.ui.present import contents, decks, faults, told

_LOG = logging.getLogger(__name__)
OWN = "own"
"""The address of a story that comes with it."""
policy = show_policy
_MOST_PINS = 40


class Look(StrEnum):
    """The paper of a show."""

    LIGHT = "light"
    DARK = "dark"


PAPERS = {Look.LIGHT: palette.LIGHT, Look.DARK: palette.DARK}


@dataclass(frozen=True)
class Asked:
    """What an address of a show says, as it stands there."""

    story: str
    network: str = ""
    colours: str = Scheme.SAFE
    paper: str = Look.LIGHT
    pins: Sequence[str] = ()
    told: str = ""


class NoShowError(LookupError):
    """There is no such show; the text says why in a sentence."""


@lineage.remember(max_entries=60)
def show(story: Story, network: str, scheme: Scheme, look: Look) -> str:
    """The whole page."""
    return show_html(decks.story_deck(story, network, scheme), scheme, PAPERS[look])


def warm() -> None:
    """Make the shows that are told of the whole borough and the figures of all stories; say which cannot be made."""
    for story in decks.stories():
        if not story.takes_network:
            answer(Asked(story.id))
    for problem in faults.data_faults(opening.DATA):
        _LOG.error("%s", problem)
    for network in decks.networks():
        contents.files_html([network])


def answer(asked: Asked) -> str:
    """The page an address asks for. Raises NoShowError."""
    story = _story(asked)
    # By the word of this address or by that of a page's: either may be copied by hand.
    schemes = (one for one, called in filters.SCHEMES.items() if asked.colours in (one, called))
    scheme = next(schemes, Scheme.SAFE)
    look = Look(asked.paper) if asked.paper in set(Look) else Look.LIGHT
    return show(story, _network(story, asked.network), scheme, look)


def _story(asked: Asked) -> Story:
    if asked.story != OWN:
        story = decks.story_of(asked.story)
        if story is None:
            names = ", ".join(one.id for one in decks.stories())
            raise NoShowError(f"There is no story “{asked.story}”. There are {names}.")
        return story
    if asked.told:
        try:
            return told.unpacked(asked.told)
        except told.NotToldError as error:
            raise NoShowError(str(error)) from error
    pins = tuple(ref for ref in asked.pins if re.fullmatch(r"[A-Za-z0-9-]{2,60}", ref))[:_MOST_PINS]
    if not pins:
        raise NoShowError("This story has no figures yet. Pin some on any page.")
    return told.of_pins(pins, {})


def _network(story: Story, name: str) -> str:
    """The code of the community asked for; the first where a story needs one and none is named."""
    networks = decks.networks()
    if not story.takes_network:
        return ""
    return next((code for code, called in networks.items() if name in (code, called)), next(iter(networks)))


def address(story: str, *, network: str = "", scheme: Scheme = Scheme.SAFE, pins: Sequence[str] = ()) -> str:
    """The address of a show on this server."""
    return _address(story, network, scheme, [("story", ref) for ref in pins])


def told_address(story: Story, *, network: str, scheme: Scheme) -> str | None:
    """The address of a show that carries its whole story; None where that is too long."""
    letters = told.packed(story)
    return _address(OWN, network, scheme, [("told", letters)]) if letters else None


def _address(story: str, network: str, scheme: Scheme, carried: list[tuple[str, str]]) -> str:
    words = [("network", network), ("colours", scheme.value if scheme is not Scheme.SAFE else "")]
    asked = [(key, value) for key, value in words if value] + carried
    return f"/show/{story}{'?' if asked else ''}{urlencode(asked)}"
