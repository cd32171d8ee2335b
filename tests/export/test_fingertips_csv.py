"""The CSV has Fingertips' own headings and types, and holds no count that may not be shown."""

from io import BytesIO, StringIO

import pandas as pd
import pytest
from pyarrow import parquet

from shcares.export import fingertips
from shcares.export.fingertips import HEADINGS, all_data_csv, sortable, span, time_period
from shcares.export.parquet import frame_parquet
from shcares.ui import reads, withheld
from shcares.ui.explore import downloads, table
from shcares.ui.explore.picked import Picked

ST_HELENS, ENGLAND = "E08000013", "E92000001"
# Two lines as the all-data download writes them, the headings letter by letter.
FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,"
    "Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,"
    "Denominator,Value note,Recent Trend,Compared to England value or percentiles,"
    "Compared to Regions (statistical) value or percentiles,Time period Sortable,New data,Compared to goal,"
    "Time period range\n"
    "90323,Obesity,E12000002,North West,E08000013,St. Helens,Counties & UAs (from Apr 2023),Persons,10-11 yrs,,,"
    "2024/25,25.1,23.4,26.9,22.4,28.0,555,2211,,Increasing,Worse 95%,Similar,20240000,,Not compared,1y\n"
)


def _ours(indicator_id: str, chosen: tuple[str, ...] = (ST_HELENS,)) -> bytes:
    return downloads.fingertips_csv(Picked(indicator_id, chosen, ENGLAND))


def _read(file: bytes) -> pd.DataFrame:
    return pd.read_csv(BytesIO(file), dtype={"Indicator ID": "Int64", "Time period Sortable": "Int64"})


def test_headings_are_those_of_fingertips_in_its_order() -> None:
    assert _ours("year6_obesity").decode().split("\n")[0].split(",") == FINGERTIPS.split("\n")[0].split(",")
    assert len(HEADINGS) == 27


def test_one_can_be_put_under_the_other() -> None:
    theirs, ours = pd.read_csv(StringIO(FINGERTIPS)), _read(_ours("year6_obesity"))
    both = pd.concat([theirs, ours], ignore_index=True)
    assert list(both.columns) == list(theirs.columns)
    for heading in ("Value", "Count", "Denominator", "Time period Sortable", "Indicator ID"):
        assert pd.api.types.is_numeric_dtype(ours[heading]), heading
    latest = both[(both["Area Code"] == ST_HELENS) & (both["Time period"] == "2024/25")]
    assert list(latest["Value"]) == [25.1, 25.1]
    assert list(latest["Time period Sortable"]) == [20240000, 20240000]
    assert list(latest["Parent Name"]) == ["North West", "North West"]
    assert list(latest["Indicator ID"]) == [90323, 90323]
    assert list(latest["Time period range"]) == ["1y", "1y"]


def test_values_and_limits_are_those_of_the_store() -> None:
    indicator_id = "healthy_life_expectancy"
    rows = table.rows_of(Picked(indicator_id, (ST_HELENS,), ENGLAND))
    ours = _read(_ours(indicator_id))
    assert len(ours) == len(rows) > 0
    assert ours["Value"].to_list() == pytest.approx(rows["value"].to_list(), nan_ok=True)
    assert ours["Lower CI 95.0 limit"].to_list() == pytest.approx(rows["lower_ci"].to_list(), nan_ok=True)


def test_what_is_not_held_is_blank_and_never_made_up() -> None:
    ours = _read(_ours("year6_obesity", ("city region",)))
    for heading in (
        "Lower CI 99.8 limit",
        "Upper CI 99.8 limit",
        "Recent Trend",
        "Compared to England value or percentiles",
        "Compared to Regions (statistical) value or percentiles",
        "New data",
        "Compared to goal",
    ):
        assert ours[heading].isna().all(), heading


def test_a_publishers_name_that_is_no_number_is_left_blank() -> None:
    named = reads.indicators().set_index("indicator_id")["external_id"].dropna()
    ascof = next(str(each) for each, number in named.items() if not number.isdigit())
    assert _read(_ours(ascof))["Indicator ID"].isna().all()


def test_withheld_counts_and_those_that_would_give_them_away_are_blank() -> None:
    telling = [str(each) for each in reads.indicators()["indicator_id"] if withheld.telling(each)[0]]
    assert telling
    indicator_id = telling[0]
    gone, beside = withheld.telling(indicator_id)
    rows = reads.observations(indicator_id)
    assert rows["count"].notna().any()
    codes = tuple(dict.fromkeys(key[0] for key in (*gone, *beside)))
    one = Picked(indicator_id, codes, ENGLAND)
    safe = downloads.safe_rows(one)
    keys = [tuple(key) for key in safe[["area_code", "period", "sex", "age", "category"]].fillna("").to_numpy()]
    hidden = [key in gone or key in beside for key in keys]
    assert any(hidden)
    ours = _read(downloads.fingertips_csv(one))
    assert ours.loc[hidden, ["Count", "Denominator"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("label", "written", "number", "years"),
    [
        ("2023", "2023", 20230000, "1y"),
        ("2024/25", "2024/25", 20240000, "1y"),
        ("2021-23", "2021 - 23", 20210000, "3y"),
        ("2009-11", "2009 - 11", 20090000, "3y"),
        ("2021/22-23/24", "2021/22 - 23/24", 20210000, "3y"),
        ("2021-03-21", "2021-03-21", None, ""),
        ("2021/22 Q1", "2021/22 Q1", None, ""),
        ("Nov 2025", "Nov 2025", None, ""),
    ],
)
def test_periods_are_written_as_fingertips_writes_them(
    label: str, written: str, number: int | None, years: str
) -> None:
    assert (time_period(label), sortable(label), span(label)) == (written, number, years)


def test_an_empty_choice_is_a_file_with_headings_alone() -> None:
    rows = table.rows_of(Picked("year6_obesity", (ST_HELENS,), ENGLAND)).iloc[:0]
    file = all_data_csv(rows.assign(external_id="", indicator_name="", parent_code="", parent_name=""))
    assert file.decode().strip() == ",".join(fingertips.HEADINGS)


def test_parquet_keeps_types_and_says_where_it_comes_from() -> None:
    file = downloads.typed(Picked("year6_obesity", (ST_HELENS,), ENGLAND))
    read = parquet.read_table(BytesIO(file))
    assert {"Source", "Method", "Areas", "Periods"} <= {key.decode() for key in read.schema.metadata}
    frame = read.to_pandas()
    assert frame["value"].dtype == "float64"
    assert str(frame["period_end"].dtype).startswith("datetime64")
    mine = frame[(frame["area_code"] == ST_HELENS) & (frame["period"] == "2024/25")]
    assert list(mine["value"]) == [25.1]


def test_parquet_of_a_frame_gives_the_frame_back() -> None:
    frame = pd.DataFrame({"name": ["a", None], "value": [1.5, float("nan")]})
    back = pd.read_parquet(BytesIO(frame_parquet(frame, {"Source": "Office for nothing"})))
    assert back["value"].isna().to_list() == [False, True]


def test_the_workbook_holds_the_open_figure_the_values_and_their_sources() -> None:
    one = Picked("year6_obesity", (ST_HELENS,), ENGLAND)
    sheets = pd.read_excel(BytesIO(downloads.workbook(one, None)), sheet_name=None, header=None)
    text = " ".join(str(cell) for sheet in sheets.values() for cell in sheet.to_numpy().ravel())
    assert "Office for Health Improvement and Disparities" in text
    assert "25.1" in text
