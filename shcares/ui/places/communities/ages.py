"""How old the patients are: the age pyramid of one list beside that of all four."""

from collections.abc import Sequence

import pandas as pd

from shcares.charts import house
from shcares.charts.pyramid import pyramid_chart, pyramid_plot
from shcares.domain import areas
from shcares.domain.ages import ALL_AGES, OLDEST, age_span
from shcares.style import formats, sentences
from shcares.style.palette import ACCENT, NETWORK
from shcares.ui import figures, indicator_words, lineage, reads, recipes
from shcares.ui.places.communities import overlap
from shcares.ui.places.communities.population import name_of

_YOUNGEST, _ELDEST = 2, 2
_SIDES = ("Men and boys", "Women and girls")
_SEX = {"Male": "men and boys", "Female": "women and girls"}
_METHOD = (
    "Sums of the rows of the network’s practices by sex and nine age bands, as counted by the NHS Business Services "
    "Authority; no newer count by sex and age is held for practices. Each figure is a share of the whole list, both "
    "sexes together, so that lists of different sizes can be compared. The outline is all four networks together, of "
    "which this list is a part. Every patient is counted, so there is no sampling error and no interval."
)


@lineage.remember()
def by_age() -> dict[tuple[str, str, str], int]:
    """Patients at the newest count by age, by network, sex and band; all four networks under the place's code."""
    newest = _newest()
    network = newest["area_code"].map(reads.practice_network())
    counts: dict[tuple[str, str, str], int] = {}
    for code, sex, band, held in zip(network, newest["sex"], newest["age_band"], newest["patients"], strict=True):
        counts[code, sex, band] = counts.get((code, sex, band), 0) + int(held)
    whole = {(areas.SUB_ICB, sex, band): 0 for _, sex, band in counts}
    for (_, sex, band), held in counts.items():
        whole[areas.SUB_ICB, sex, band] += held
    return counts | whole


def _newest() -> pd.DataFrame:
    rows = reads.list_sizes("nhsbsa")
    chosen: pd.DataFrame = rows[(rows["date"] == counted_on()) & (rows["age_band"] != ALL_AGES)]
    return chosen


@lineage.remember()
def bands() -> tuple[str, ...]:
    """The bands of that count, youngest first."""
    return tuple(sorted({band for _, _, band in by_age()}, key=lambda band: age_span(band).first))


@lineage.remember()
def counted_on() -> pd.Timestamp:
    """The month of the newest count by age."""
    return pd.Timestamp(reads.list_sizes("nhsbsa")["date"].max())


def people(code: str, of_bands: Sequence[str] = (), sex: str = "") -> int:
    """Patients of one list, in these bands or in all, of one sex or of both."""
    counts = by_age()
    return sum(counts[code, each, band] for each in ([sex] if sex else _SEX) for band in of_bands or bands())


_COUNTED = "Counted by another system than the lists over time, so the two totals of a month differ a little."


@recipes.figure("CA", "community_ages", area_code=recipes.AREA)
def ages_figure(area_code: str) -> figures.Figure:
    """The pyramid of one community with all four as its outline; of the borough, all four."""
    one = area_code in overlap.codes()
    code = area_code if one else areas.SUB_ICB
    month = f"{counted_on():%B %Y}"
    whose = name_of(code) if one else "The four communities"
    old, drawn, colour = bands()[-_ELDEST:], _drawn(code), NETWORK.get(code, ACCENT)
    chart = pyramid_chart(
        drawn,
        colour=colour,
        bands=bands(),
        sides=_SIDES,
        finding=f"{whose}: {_share(code, old)} of patients were {_over(old)}",
        subtitle=f"% of all patients on the list, {month}; bands of unequal width",
        outline_name="All four communities together" if one else "",
    )
    return figures.Figure(
        id="communities-ages",
        title=f"{whose}: patients by age and sex, {month}",
        sentence=_sentence(code),
        period=month,
        area=f"Sum of the practices of {whose}" if one else "Sum of the practices of the four networks",
        source=indicator_words.sources_named(_newest()["source_id"]),
        method=_METHOD,
        frame=_table(),
        spec=house.spec(chart),
        plot=lambda: pyramid_plot(
            drawn, colour=colour, bands=bands(), sides=_SIDES, axis=f"% of all patients, {month}"
        ),
        notes=(_uneven(),),
        caution=_COUNTED,
    )


def _uneven() -> str:
    widths = {band: age_span(band).end - age_span(band).first for band in bands()}
    short = [band for band, width in widths.items() if width == min(widths.values())]
    open_ended = [band for band in widths if age_span(band).end == OLDEST]
    return (
        f"The bands are of unequal width: {sentences.listed(short)} is half as wide as the next ones, and "
        f"{sentences.listed(open_ended)} has no upper end. Read a bar against its outline, not against its neighbours."
    )


def _drawn(code: str) -> pd.DataFrame:
    whole, everyone = people(code), people(areas.SUB_ICB)
    rows = []
    for sex, words in _SEX.items():
        for band in bands():
            mine, theirs = people(code, [band], sex), people(areas.SUB_ICB, [band], sex)
            rows.append(
                {
                    "band": band,
                    "sex": sex,
                    "share": mine / whole * 100,
                    "text": overlap.percent(mine, whole),
                    "said": f"{formats.number(mine)} {words} of {formats.number(whole)} patients",
                    "outline": float("nan") if code == areas.SUB_ICB else theirs / everyone * 100,
                }
            )
    return pd.DataFrame(rows)


def _sentence(code: str) -> str:
    """How many are old and how many young, beside all four; of all four, each community's share of the old."""
    old, young = bands()[-_ELDEST:], bands()[:_YOUNGEST]
    over, under = _over(old), f"under {age_span(young[-1]).end}"
    whole = people(code)
    whose = f"{name_of(code)}’s" if code in overlap.codes() else "the four lists’"
    said = (
        f"Of {whose} {formats.number(whole)} patients in {counted_on():%B %Y}, {_part(code, old)} were {over} and "
        f"{_part(code, young)} {under}."
    )
    if code in overlap.codes():
        return f"{said} Of all four lists: {_share(areas.SUB_ICB, old)} and {_share(areas.SUB_ICB, young)}."
    ranked = sorted(overlap.codes(), key=lambda one: people(one, old) / people(one), reverse=True)
    return f"{said} Aged {over}: {sentences.listed([f'{reads.area_name(one)} {_share(one, old)}' for one in ranked])}."


def _over(old: Sequence[str]) -> str:
    return f"{age_span(old[0]).first} or over"


def _part(code: str, of_bands: Sequence[str]) -> str:
    return f"{formats.number(people(code, of_bands))} ({_share(code, of_bands)})"


def _share(code: str, of_bands: Sequence[str]) -> str:
    return overlap.percent(people(code, of_bands), people(code))


def _table() -> pd.DataFrame:
    rows = [
        {
            "List": name_of(code),
            "Sex": sex,
            "Age": band,
            "Patients": people(code, [band], sex),
            "% of the list": round(people(code, [band], sex) / people(code) * 100, 2),
        }
        for code in (*overlap.codes(), areas.SUB_ICB)
        for sex in _SEX
        for band in bands()
    ]
    return pd.DataFrame(rows)
