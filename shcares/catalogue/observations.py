"""Rules that bind the cells of one observation together: value, interval, count, denominator, category and note."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from shcares.catalogue.csv_files import TextTable
from shcares.catalogue.faults import row_problems
from shcares.domain.errors import Problem
from shcares.domain.records import Indicator
from shcares.domain.vocabulary import IntervalRule, Statistic, Unit

REASONS = ("suppressed", "no data", "not available")
NEVER_NEGATIVE = frozenset(
    {
        Statistic.PROPORTION,
        Statistic.CRUDE_RATE,
        Statistic.DSR,
        Statistic.ISR,
        Statistic.COUNT,
        Statistic.LIFE_EXPECTANCY,
        Statistic.RANK,
    }
)
CEILINGS = {Unit.PERCENT: 100.0, Unit.PROPORTION: 1.0}
GROSS = 0.01


def observation_problems(
    written: TextTable, values: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> list[Problem]:
    """Every rule, on the rows of one file."""
    if not written.complete:
        return []
    return [
        *_value_rules(written),
        *_interval_rules(written, values),
        *_category_rules(written),
        *_bound_rules(written, values, indicators),
        *_count_rules(written, values, indicators),
        *_derivation_rules(written, values, indicators),
    ]


def _report(
    written: TextTable, bad: "pd.Series[bool]", field: str, found: str, expected: str, remedy: str
) -> list[Problem]:
    """Problems of the rows marked `bad`; `found` may name cells of the row in braces."""
    if not bad.any():
        return []
    cells = written.cells[bad.to_numpy()]
    sentences = [found.format_map(row) for row in cells.to_dict("records")]
    return row_problems(written.file, field, pd.Series(sentences, index=cells.index, dtype="str"), expected, remedy)


def _value_rules(written: TextTable) -> list[Problem]:
    cells = written.cells
    silent = (cells["value"] == "") & ~cells["note"].str.startswith(REASONS)
    reasons = " or ".join(f"“{reason}”" for reason in REASONS)
    found = "a blank value without a reason ({indicator_id}, {period})"
    return _report(written, silent, "value", found, f"a value, or a note that starts {reasons}", "say why in note")


def _interval_rules(written: TextTable, values: pd.DataFrame) -> list[Problem]:
    cells = written.cells
    one_limit = (cells["lower_ci"] == "") != (cells["upper_ci"] == "")
    adrift = (cells["value"] == "") & (cells["lower_ci"] != "") & (cells["upper_ci"] != "")
    outside = (values["value"] < values["lower_ci"]) | (values["value"] > values["upper_ci"])
    limits = "{lower_ci} to {upper_ci}"
    return [
        *_report(written, one_limit, "lower_ci", f"one limit only: {limits}", "both limits or neither", "complete it"),
        *_report(written, adrift, "lower_ci", f"{limits} round a blank value", "no limits", "remove the limits"),
        *_report(
            written, outside, "value", f"{{value}} outside its interval {limits}", "lower_ci ≤ value ≤ upper_ci",
            "compare the three figures with the source",
        ),
    ]  # fmt: skip


def _category_rules(written: TextTable) -> list[Problem]:
    half = (written.cells["category_type"] == "") != (written.cells["category"] == "")
    found = "category_type “{category_type}” with category “{category}”"
    return _report(written, half, "category", found, "both filled or both blank", "fill or clear both")


def _bound_rules(written: TextTable, values: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Problem]:
    floors = {key: 0.0 for key, indicator in indicators.items() if indicator.statistic in NEVER_NEGATIVE}
    ceilings = {
        key: CEILINGS.get(indicator.unit, np.inf)
        for key, indicator in indicators.items()
        if indicator.statistic is Statistic.PROPORTION
    }
    below = values["value"] < values["indicator_id"].map(floors).astype("float64")
    above = values["value"] > values["indicator_id"].map(ceilings).astype("float64")
    remedy = "compare it with the source, and the unit of the indicator"
    return [
        *_report(written, below, "value", "{value} for {indicator_id}", "0 or more", remedy),
        *_report(written, above, "value", "{value} for {indicator_id}", "no more than the whole", remedy),
    ]


def _count_rules(written: TextTable, values: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Problem]:
    shares = [key for key, indicator in indicators.items() if indicator.statistic is Statistic.PROPORTION]
    bad = (values["count"] > values["denominator"]) & values["indicator_id"].isin(shares)
    found = "a count of {count} of {denominator}"
    return _report(written, bad, "count", found, "a count no larger than the denominator", "compare with the source")


def _derivation_rules(written: TextTable, values: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """Values that count and denominator do not give, where an interval is to be derived from the two.

    Only a gross difference counts: over one per cent, and over what the printed decimals and a rounded count hide.
    """
    factors = {key: item.multiplier for key, item in indicators.items() if item.interval is IntervalRule.DERIVE}
    factor = values["indicator_id"].map(factors).astype("float64")
    implied = values["count"] / values["denominator"].mask(values["denominator"] == 0) * factor
    gap = (values["value"] - implied).abs()
    places = written.cells["value"].str.extract(r"\.(\d+)$", expand=False).str.len().fillna(0).astype("float64")
    bad = (gap > GROSS * values["value"].abs()) & (gap > 10.0**-places)
    found = "{value}, while {count} of {denominator} gives another value ({indicator_id})"
    expected = "value = count / denominator × multiplier"
    return _report(written, bad, "value", found, expected, "compare with the source, and multiplier of the indicator")
