"""Taking the values away: under Fingertips' own headings, as a workbook with its sources, as typed columns."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType
from shcares.export.figure import Figure
from shcares.export.fingertips import all_data_csv
from shcares.export.parquet import frame_parquet
from shcares.export.workbook import figures_xlsx
from shcares.store import queries
from shcares.style import formats
from shcares.ui import lineage, opening, reads, withheld
from shcares.ui.explore import table
from shcares.ui.explore.picked import Picked

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"
_COLUMNS = [
    "indicator_id",
    "area_code",
    "area_name",
    "area_type",
    "sex",
    "age",
    "category_type",
    "category",
    "period",
    "period_start",
    "period_end",
    "value",
    "lower_ci",
    "upper_ci",
    "ci_method",
    "count",
    "denominator",
    "unit_label",
    "note",
    "source_id",
]
_SOURCE_COLUMNS = {
    "publisher": "Publisher",
    "dataset": "Dataset",
    "release": "Release",
    "licence": "Licence",
    "attribution": "Attribution",
    "retrieved": "Copied on",
    "via": "By way of",
    "url": "Address",
}
ABOUT = (
    "The CSV has the headings of Fingertips’ all-data download in the same order. Blank there: 99.8% limits, trends, "
    "comparisons and goals, which are Fingertips’ own; the indicator’s number where its publisher gives none; and "
    "counts that would give a withheld one away."
)


def show_downloads(one: Picked, figure: Figure | None) -> None:
    """Three buttons; each file is made when it is asked for."""
    st.header("Take the values away", anchor=False)
    st.html(f"<p class='shc-note'>{ABOUT}</p>")
    name = f"{one.indicator_id}-values"
    with st.container(horizontal=True, vertical_alignment="center"):
        _button("CSV, with Fingertips’ headings", lambda: fingertips_csv(one), f"{name}.csv", "text/csv")
        _button("Excel workbook", lambda: workbook(one, figure), f"{name}.xlsx", _EXCEL)
        _button("Parquet", lambda: typed(one), f"{name}.parquet", _PARQUET)


def _button(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    ending = name.rsplit(".", 1)[-1]
    icon = ":material/download:"
    st.download_button(label, make, name, mime, icon=icon, on_click="ignore", key=f"explore-{ending}")


def safe_rows(one: Picked) -> pd.DataFrame:
    """The rows of the table view without the counts that may not be shown."""
    return withheld.without(table.rows_of(one), one.about)


def fingertips_csv(one: Picked) -> bytes:
    """The values under Fingertips' headings."""
    rows, parents = safe_rows(one), _parents()
    codes = rows["area_code"].map(parents)
    # A code that is no upper-tier authority of today has no area type of today's either.
    of_old = (rows["area_type"] == AreaType.AUTHORITY) & ~rows["area_code"].isin(
        reads.group_members(areas.UPPER_TIER_GROUP)
    )
    about = one.about
    return all_data_csv(
        rows.assign(
            external_id=about["external_id"],
            indicator_name=about["name"],
            area_type=rows["area_type"].mask(of_old, ""),
            parent_code=codes,
            parent_name=codes.map(_full_names()),
        )
    )


@lineage.remember()
def _parents() -> dict[str, str]:
    known = queries.areas(opening.store()).dropna(subset=["parent_code"])
    return dict(zip(known["area_code"], known["parent_code"], strict=True))


@lineage.remember()
def _full_names() -> dict[str, str]:
    known = queries.areas(opening.store())
    return dict(zip(known["area_code"], known["name"], strict=True))


def typed(one: Picked) -> bytes:
    """The values as typed columns, with figure, sources and method in the file's metadata."""
    figure = table.table_figure(one.indicator_id, one.chosen, one.comparator_code, one.first, one.last)
    return frame_parquet(safe_rows(one)[_COLUMNS].reset_index(drop=True), figure.provenance | _dated())


def workbook(one: Picked, figure: Figure | None) -> bytes:
    """The figure that is open and the table of values, each on a sheet of its own, and their sources."""
    values = table.table_figure(one.indicator_id, one.chosen, one.comparator_code, one.first, one.last)
    figures = [values] if figure is None or figure.ref == values.ref else [figure, values]
    return figures_xlsx(str(one.about["name"]), figures, sources_of(table.rows_of(one), one), reads.gathered())


def sources_of(rows: pd.DataFrame, one: Picked) -> pd.DataFrame:
    """Every source behind these rows, the indicator's declared one where there are no rows."""
    ids = list(dict.fromkeys(rows["source_id"])) or [one.about["source_id"]]
    known = reads.sources()
    own = known[known["source_id"].isin(ids)]
    days = [formats.day(day) for day in own["retrieved"]]
    return own.assign(retrieved=days)[list(_SOURCE_COLUMNS)].rename(columns=_SOURCE_COLUMNS).reset_index(drop=True)


def _dated() -> dict[str, str]:
    return {"Data gathered": reads.gathered()}
