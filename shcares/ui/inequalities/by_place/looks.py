"""How a higher or lower burden looks and what it is called: colour, icon and word together."""

from shcares.domain.vocabulary import Judgement
from shcares.stats.carried import RELEVANT, Carried
from shcares.stats.suppression import Band
from shcares.style import palette
from shcares.style.formats import number
from shcares.style.palette import Mark, Scheme
from shcares.ui.registers.looks import look

DISAGREE = "Fifth and tenth disagree"
"""Of a complete count: the answer hangs on the line drawn, and no chance is in it."""
TESTED_WORDS = {
    Carried.MORE: "Clearly higher",
    Carried.CANNOT_TELL: "Can't tell",
    Carried.LESS: "Clearly lower",
    Carried.NOT_COMPARED: "Not tested",
}
COUNTED_WORDS = {
    Carried.MORE: "More deprived",
    Carried.CANNOT_TELL: DISAGREE,
    Carried.ALIKE: f"Under {number(RELEVANT)} points apart",
    Carried.LESS: "Less deprived",
    Carried.NOT_COMPARED: "No data",
}
TOGETHER_WORDS = {
    Carried.MORE: "Higher burden",
    Carried.MIXED: "Both ways",
    Carried.CANNOT_TELL: "Can't tell",
    Carried.ALIKE: "Nothing stands out",
    Carried.LESS: "Lower burden",
    Carried.NOT_COMPARED: "No figure",
}
_BANDS = {
    Carried.MORE: (Band.CLEARLY_HIGHER, Judgement.HIGHER),
    Carried.LESS: (Band.CLEARLY_LOWER, Judgement.LOWER),
    Carried.NOT_COMPARED: (Band.NOT_COMPARED, Judgement.NOT_COMPARED),
}
_ICONS = {Carried.MIXED: "↕", Carried.ALIKE: "="}


def plain(carried: Carried, network: str, word: str) -> Mark:
    """More and less in the community's own hue, neither being good; the rest grey."""
    band, judgement = _BANDS.get(carried, (Band.CANNOT_TELL, Judgement.SIMILAR))
    drawn = look(band, judgement, network, Scheme.SAFE)
    ink = palette.NETWORK_INK[network] if carried in (Carried.MORE, Carried.LESS) else drawn.ink
    return Mark(drawn.colour, ink, _ICONS.get(carried, drawn.icon), word)


def judged(carried: Carried, judgement: Judgement, network: str, scheme: Scheme) -> Mark:
    """As `plain`, but in the colours of better and worse where one side is good."""
    word = TESTED_WORDS[carried]
    if judgement not in (Judgement.BETTER, Judgement.WORSE):
        return plain(carried, network, word)
    drawn = look(_BANDS[carried][0], judgement, network, scheme)
    return Mark(drawn.colour, drawn.ink, drawn.icon, f"{word}: {judgement.value}")
