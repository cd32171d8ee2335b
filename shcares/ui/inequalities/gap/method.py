"""How the composite is made, in the words that stand under its figures."""

from shcares.stats.composite import REPETITIONS, SPREAD
from shcares.stats.suppression import WIDEST_RANK_SPAN

METHOD = (
    "After the County Health Rankings (Remington, Catlin and Gennuso 2015, Population Health Metrics). Every indicator "
    "becomes a z-score: how many standard deviations an authority lies above the mean of all authorities with a value, "
    "turned so that more is worse. A focus area’s score is the mean of its indicators’ z-scores. Factors and the whole "
    "model are weighted means of focus areas, by the source’s weights. What we do differently: upper-tier authorities "
    "of England stand in place of the counties of a state; the indicators of a focus area count the same, where the "
    "source weights each; a missing value is left out and never set to the mean. The City of London and the Isles of "
    "Scilly, where few people live, are not compared. An authority needs half of a focus area’s indicators for a "
    "score, and every focus area for a place in the whole."
)
NOT_ENGLAND = (
    "The gap is measured from the mean of England’s upper-tier authorities, each counting once whatever its size, and "
    "not from the value for England. That is the source’s method, and England’s own value is not published for every "
    "indicator."
)
INTERVALS = (
    f"An interval holds the middle 95% of {REPETITIONS:,} draws: each focus area’s indicators drawn again with "
    "replacement (Efron and Tibshirani 1993); the weights drawn around the source’s as gamma variates with a "
    f"standard deviation of {SPREAD:.0%} of the weight, which is our choice. It says how far the answer hangs on which "
    "indicators and weights were taken. It does not hold the sampling error of the indicators themselves, so it is not "
    "a confidence interval; with two or three indicators it is too narrow."
)
POINTS = (
    "A point is a hundredth of a standard deviation of authorities: weight (of a hundred) × score. The points of the "
    "focus areas add up to the overall score."
)
RANKS = (
    "A rank is only ever given as its interval over the same draws. None is given where that spans more than "
    f"{WIDEST_RANK_SPAN:.0f} percentile points or where there are fewer than three indicators. Clearly worse or better "
    "means that the whole interval lies on that side of the average."
)
WEIGHTS = (
    "Weights are judgements about what matters, not effects measured in England: a gap times a weight is no number of "
    "people, cases or deaths."
)
