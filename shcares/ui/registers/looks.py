"""How a band looks and what it is called: colour, icon and word together."""

from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import palette
from shcares.style.palette import Mark, Scheme, mark

BAND_WORDS = {
    Band.CLEARLY_HIGHER: "clearly higher",
    Band.CANNOT_TELL: "can't tell",
    Band.CLEARLY_LOWER: "clearly lower",
    Band.NOT_COMPARED: "not tested",
}
_PLAIN = {
    Band.CLEARLY_HIGHER: Judgement.HIGHER,
    Band.CANNOT_TELL: Judgement.SIMILAR,
    Band.CLEARLY_LOWER: Judgement.LOWER,
    Band.NOT_COMPARED: Judgement.NOT_COMPARED,
}


def look(band: Band, judgement: Judgement, network: str, scheme: Scheme) -> Mark:
    """The mark of one band: a judgement's own where one side is good, else the hue of the network it stands out in.

    What cannot be told from the benchmark is grey. The word says the band, and the judgement where there is one.
    """
    judged = judgement in (Judgement.BETTER, Judgement.WORSE)
    drawn = mark(judgement if judged else _PLAIN[band], scheme)
    word = f"{BAND_WORDS[band]}: {drawn.word.lower()}" if judged else BAND_WORDS[band]
    clear = band in (Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER)
    if judged or not clear:
        return Mark(drawn.colour if judged else palette.COMPARATOR, drawn.ink if judged else _WHITE, drawn.icon, word)
    return Mark(hue(network), _WHITE, drawn.icon, word)


_WHITE = mark(Judgement.HIGHER).ink


def hue(network: str) -> str:
    """A network's own colour; of what is in none, the comparators' grey."""
    return palette.NETWORK.get(network, palette.COMPARATOR)
