"""All of a community's practices on every indicator with counts: where they stand apart from St Helens."""

from collections import Counter
from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.key import key_lines
from shcares.charts.profile import profile_chart, profile_plot
from shcares.stats.levels import CONFIDENCE_95
from shcares.stats.suppression import Band
from shcares.style import formats, palette, sentences
from shcares.ui import figures, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.registers import words as said
from shcares.ui.registers.counted import condition, topic
from shcares.ui.registers.looks import BAND_WORDS, hue
from shcares.ui.registers.offered import age_sentence, left_out, of_communities
from shcares.ui.registers.register import CLEAR, Register

_PARTS = {
    BAND_WORDS[Band.CLEARLY_HIGHER]: palette.ACCENT,
    BAND_WORDS[Band.CANNOT_TELL]: palette.COMPARATOR,
    BAND_WORDS[Band.CLEARLY_LOWER]: palette.LIGHT.ink,
}
_LETTERS = 110
"""How many letters fit in a line above the chart."""
_METHOD = (
    "Each indicator in the latest year with counts of the communities. A practice stands where its value is a multiple "
    "of that of St Helens sub-ICB; on this scale half and twice are equally far from it. Filled: the practice’s whole "
    "95% interval (Wilson, or as published) lies on one side of St Helens. Hollow: it does not, so chance could "
    "explain it. Each practice is counted in the St Helens figure too. No figure is adjusted for age."
)


@recipes.figure("RP", "register_profile", area_code=recipes.AREA)
def profile_figure(area_code: str) -> figures.Figure:
    """Every indicator the communities have counts of, for one community's practices or for all."""
    shown = _ordered(area_code)
    usual = Counter(held.period for held in shown).most_common(1)[0][0]
    dots = pd.concat([_dots(held, area_code) for held in shown], ignore_index=True)
    where = reads.area_name(area_code)
    chart = profile_chart(
        dots,
        pd.DataFrame([_row(held, area_code, usual) for held in shown]),
        benchmark_name="St Helens",
        finding=f"All indicators at once: practices of {where}",
        subtitle=[*_key(area_code), f"{usual} unless the row says otherwise; {_order(area_code)}."],
    )
    return figures.Figure(
        id="practices-profile",
        title=f"All practice indicators at once: practices of {where}",
        sentence=f"{_sentence(dots, len(shown), where)} {age_sentence(shown)}",
        period=sentences.listed(sorted({held.period for held in shown})),
        area=f"GP practices of {where}",
        source=words.sources_of(pd.concat([held.practices for held in shown]), shown[0].about),
        method=_METHOD,
        frame=_table(dots),
        spec=house.spec(chart),
        plot=lambda: profile_plot(dots, parts=_PARTS, axis=f"Practices of {where}"),
        notes=_notes(dots, shown),
    )


def _ordered(area_code: str) -> list[Register]:
    """The community's own highest multiple first; for the borough, those on which most practices differ."""
    against = [held for held in of_communities() if held.benchmark.name == "St Helens"]
    multiples = {id(held): _network_times(held, area_code) for held in against}
    if any(pd.notna(times) for times in multiples.values()):
        return sorted(against, key=lambda held: -multiples[id(held)])
    return sorted(against, key=lambda held: -held.outside)


def _network_times(held: Register, area_code: str) -> float:
    mine = held.networks.loc[held.networks["network"] == area_code, "value"]
    return float(mine.iloc[0]) / held.benchmark.value if len(mine) else float("nan")


def _key(area_code: str) -> list[str]:
    marks = {"Filled": "clearly different from St Helens", "Hollow": "chance could explain it"}
    if area_code in set(reads.networks()["area_code"]):
        marks["Diamond"] = reads.area_name(area_code)
    return key_lines(marks | {"Upright stroke": "England"}, letters=_LETTERS)


def _order(area_code: str) -> str:
    if area_code in set(reads.networks()["area_code"]):
        return f"from where {reads.area_name(area_code)} is furthest above St Helens to where it is furthest below"
    return "those on which most practices differ come first"


def _row(held: Register, area_code: str, usual: str) -> dict[str, Any]:
    mine = held.networks[held.networks["network"] == area_code].to_dict("records")
    band = f" {BAND_WORDS[Band(mine[0]['band'])]}" if mine else ""
    value = mine[0]["value"] if mine else held.benchmark.value
    name = topic(held.about)
    return {
        "indicator": name,
        "written": name if held.period == usual else f"{name}, {held.period}",
        "label": f"{held.percent(value)}{band}",
        "network": _network_times(held, area_code),
        "england": held.england / held.benchmark.value if held.england is not None else float("nan"),
        "hue": hue(area_code),
    }


def _dots(held: Register, area_code: str) -> pd.DataFrame:
    chosen = said.practices_of(held, area_code)
    records = chosen.to_dict("records")
    return chosen[["count", "denominator", "value", "lower_ci", "upper_ci"]].assign(
        indicator=topic(held.about),
        times=chosen["value"] / held.benchmark.value,
        hue=[hue(network) for network in chosen["network"]],
        group=chosen["community"],
        clear=chosen["band"].isin(CLEAR),
        practice=chosen["area_short_name"],
        said=[held.of_patients(row) for row in records],
        figure=[held.percent(row["value"]) for row in records],
        interval=words.interval_words(chosen, held.about),
        against=[
            f"{BAND_WORDS[Band(row['band'])]} (St Helens {held.percent(held.benchmark.value)})" for row in records
        ],
        period=held.period,
    )


def _sentence(dots: pd.DataFrame, indicators: int, where: str) -> str:
    practices = sentences.count_words(dots["practice"].nunique(), "practice")
    whose = "The borough" if dots["group"].nunique() > 1 else where
    apart = dots[dots["clear"]]["practice"].value_counts()
    most = f" Most often apart is {apart.index[0]}, on {apart.iloc[0]} of {indicators}." if len(apart) else ""
    return (
        f"{whose}’s {practices} on {indicators} indicators: of {formats.number(len(dots))} figures "
        f"{formats.number(dots['clear'].sum())} are clearly different from St Helens, where chance alone would put "
        f"about {(1 - CONFIDENCE_95) * len(dots):.0f}.{most}"
    )


def _notes(dots: pd.DataFrame, shown: list[Register]) -> tuple[str, ...]:
    """What is not drawn and why."""
    none = [f"{row['practice']} ({row['indicator']})" for row in dots[dots["times"] == 0].to_dict("records")]
    elsewhere = [condition(held.about) for held in of_communities() if all(held is not one for one in shown)]
    notes = (
        f"A figure of nought has no place on this scale and is in the table alone: {sentences.listed(none)}."
        if none
        else "",
        f"Not here, for want of a St Helens figure: {sentences.listed(elsewhere)}." if elsewhere else "",
        f"Left out, as newer figures stand here: {sentences.listed(list(left_out()))}." if left_out() else "",
    )
    return tuple(note for note in notes if note)


def _table(dots: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Indicator": dots["indicator"],
            "Period": dots["period"],
            "Practice": dots["practice"],
            "Care community": dots["group"],
            "Count": dots["count"],
            "Of": dots["denominator"],
            "%": dots["value"].round(2),
            "Lower 95% limit": dots["lower_ci"].round(2),
            "Upper 95% limit": dots["upper_ci"].round(2),
            "Times St Helens": dots["times"].round(2),
            "Against St Helens": dots["against"],
        }
    )
