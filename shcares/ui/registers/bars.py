"""The practices of a community as sorted bars: intervals, bands, and the network, St Helens and England as rules."""

from typing import Any

import pandas as pd

from shcares.charts import house, plots
from shcares.charts.bars import Rule, bars_chart
from shcares.domain.plots import Plot
from shcares.domain.vocabulary import Judgement
from shcares.stats.suppression import Band
from shcares.style import palette
from shcares.style.palette import Mark, Scheme
from shcares.ui import figures, reads, recipes
from shcares.ui import indicator_words as words
from shcares.ui.registers import banded
from shcares.ui.registers import words as said
from shcares.ui.registers.counted import topic
from shcares.ui.registers.figures import caveats
from shcares.ui.registers.looks import hue, look
from shcares.ui.registers.offered import YEAR
from shcares.ui.registers.register import CLEAR, Register, register
from shcares.ui.registers.tables import community_practices

_BANDS = (
    "Clearly higher or lower is said where a practice’s whole 95% interval lies on one side of the benchmark’s value; "
    "where the interval holds that value, chance could explain it. Three bands stand in place of ranks, which "
    "chance would shuffle."
)
_DASHES = {"St Helens": (6, 4), "England": (2, 3)}


@recipes.figure(
    "RB", "register_bars", max_entries=300, indicator_id=recipes.INDICATOR, year=YEAR, area_code=recipes.AREA
)
def bars_figure(indicator_id: str, year: str, area_code: str, scheme: Scheme) -> figures.Figure:
    """One indicator's practices in one year: of the community chosen, or of the borough."""
    held = register(indicator_id, year)
    about, chosen = held.about, said.practices_of(held, area_code)
    drawn = _drawn(chosen, held, scheme)
    chart = bars_chart(
        drawn,
        rules=_rules(held, area_code),
        rows=_places(area_code),
        finding=f"{topic(about)}: practices of {_where(chosen, held)}",
        subtitle=_subtitle(held),
        decimals=about["decimals"],
    )
    return figures.Figure(
        id=f"{indicator_id}-bars",
        title=f"{topic(about)}: practices of {_where(chosen, held)}, {held.dated}",
        sentence=banded.bars_sentence(held, area_code),
        period=held.dated,
        area=f"GP practices of {_where(chosen, held)}",
        source=words.sources_of(chosen, about),
        method=f"{words.method_of(about, chosen)} {_BANDS if held.is_tested else ''} {caveats(indicator_id)}",
        frame=community_practices(held, area_code),
        spec=house.spec(chart),
        plot=lambda: _plot(drawn, held, area_code),
        notes=banded.bars_notes(held, area_code),
        caution=said.caution(held),
    )


def _plot(drawn: pd.DataFrame, held: Register, area_code: str) -> Plot:
    """The bars as numbers, the colour of each said in its name; then what they are read against."""
    rows = drawn.dropna(subset=["value"])
    said = [
        f"{area}, {band}" if clear else area
        for area, clear, band in zip(rows["area"], rows["clear"], rows["word"], strict=True)
    ]
    bars = plots.bars_plot(
        rows.assign(said=said),
        category="said",
        value="value",
        axis=held.counted.measure,
        decimals=held.about["decimals"],
        name=held.dated,
        colours=list(rows["colour"]),
    )
    return plots.with_rules(bars, _against(held, area_code))


def _where(chosen: pd.DataFrame, held: Register) -> str:
    return str(chosen["community"].iloc[0]) if len(chosen) < len(held.practices) else "St Helens"


def _subtitle(held: Register) -> list[str]:
    against = f"Strong: clearly different from {held.benchmark.name}. Pale grey: chance could explain it."
    return [f"{held.counted.measure}, {held.dated}", against if held.is_tested else "Grey: not tested."]


def _places(area_code: str) -> int:
    """For how many practices room is kept, so that a change of indicator moves nothing below."""
    known = reads.practices().dropna(subset=["network_code"])
    return int((known["network_code"] == area_code).sum()) or len(known)


def _drawn(chosen: pd.DataFrame, held: Register, scheme: Scheme) -> pd.DataFrame:
    marks = [
        look(Band(band), Judgement(judged), network, scheme)
        for band, judged, network in zip(chosen["band"], chosen["judgement"], chosen["network"], strict=True)
    ]
    clear = chosen["band"].isin(CLEAR)
    records = chosen.to_dict("records")
    return chosen[["value", "lower_ci", "upper_ci"]].assign(
        area=chosen["area_short_name"],
        clear=clear,
        hue=[
            hue(network) if one else palette.COMPARATOR for network, one in zip(chosen["network"], clear, strict=True)
        ],
        icon=[drawn.icon if held.is_tested else "" for drawn in marks],
        colour=[drawn.colour for drawn in marks],
        ink=[drawn.ink for drawn in marks],
        word=[drawn.word for drawn in marks],
        label=[_label(row, drawn, held) for row, drawn in zip(records, marks, strict=True)],
        said=[_counts(row, held) for row in records],
        interval=words.interval_words(chosen, held.about),
        against=[f"{drawn.word} ({held.benchmark.name})" if held.is_tested else "not tested" for drawn in marks],
        period=held.period,
    )


def _label(row: dict[Any, Any], drawn: Mark, held: Register) -> str:
    value = held.percent(row["value"])
    return f"{value} {drawn.word}" if held.is_tested else value


def _counts(row: dict[Any, Any], held: Register) -> str:
    return "no count is published" if pd.isna(row["count"]) else held.of_patients(row)


def _rules(held: Register, area_code: str) -> list[Rule]:
    """St Helens, England and the network, those of them that are held."""
    return [
        Rule(
            f"{name} {held.percent(value)}",
            value,
            palette.COMPARATOR if name in _DASHES else hue(area_code),
            _DASHES.get(name, (1, 0)),
        )
        for name, value in _against(held, area_code).items()
    ]


def _against(held: Register, area_code: str) -> dict[str, float]:
    values = {held.benchmark.name: held.benchmark.value} if held.benchmark.is_held else {}
    values |= {"England": held.england} if held.england is not None else {}
    mine = held.networks[held.networks["network"] == area_code].to_dict("records")
    return values | {row["community"]: row["value"] for row in mine}
