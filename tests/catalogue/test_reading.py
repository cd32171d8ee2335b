"""What a catalogue holds once the data is without fault."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from shcares.__main__ import main
from shcares.catalogue import Catalogue, read_catalogue
from shcares.catalogue.tables import OBSERVATION, SINGLE_TABLES
from shcares.domain.vocabulary import AreaType, Sex, Unit


@pytest.fixture(scope="module")
def catalogue(small_data: Path) -> Catalogue:
    return read_catalogue(small_data)


def test_every_table_has_its_own_columns_in_order(catalogue: Catalogue) -> None:
    for table in SINGLE_TABLES:
        assert tuple(catalogue.tables[table.name].columns) == table.names


def test_observations_also_say_their_source_and_the_days_of_their_period(catalogue: Catalogue) -> None:
    rows = catalogue.tables["observation"]
    assert tuple(rows.columns) == (*OBSERVATION.names, "source_id", "period_start", "period_end", "pooled")
    one = rows[(rows["indicator_id"] == "year6_obesity") & (rows["period"] == "2018/19")].iloc[0]
    assert one["period_start"].date() == date(2018, 9, 1)
    assert one["period_end"].date() == date(2019, 8, 31)
    assert not one["pooled"]
    assert set(rows["source_id"]) <= {source.id for source in catalogue.sources}


def test_a_blank_cell_is_missing_and_nothing_else(catalogue: Catalogue) -> None:
    for frame in catalogue.tables.values():
        for name in frame.columns:
            assert not (frame[name].astype("str") == "").any()
    assert catalogue.tables["area"].set_index("area_code")["parent_code"].isna()["E92000001"]


def test_numbers_and_dates_are_typed(catalogue: Catalogue) -> None:
    assert catalogue.tables["observation"]["value"].dtype == "float64"
    assert catalogue.tables["list_size"]["patients"].dtype == "Int64"
    assert pd.api.types.is_datetime64_any_dtype(catalogue.tables["practice"]["close_date"])


def test_an_indicator_is_a_record_of_enums_and_tuples(catalogue: Catalogue) -> None:
    indicator = next(item for item in catalogue.indicators if item.id == "year6_obesity")
    assert indicator.unit is Unit.PERCENT
    assert indicator.headline_sex is Sex.PERSONS
    assert indicator.headline_age == "10-11 yrs"
    assert indicator.priorities == ("tackling_obesity",)
    assert isinstance(indicator.multiplier, float)


def test_items_of_the_plan_know_their_kind_their_section_and_their_place(catalogue: Catalogue) -> None:
    marmot = [item for item in catalogue.items if item.kind == "marmot"]
    assert [item.position for item in marmot] == list(range(1, len(marmot) + 1))
    assert all(item.section for item in marmot)


def test_a_boundary_is_a_geojson_shape_of_a_known_area(catalogue: Catalogue) -> None:
    area_type, area_code, geometry = next(shape for shape in catalogue.boundaries if shape[1] == "E08000013")
    assert area_type == AreaType.AUTHORITY
    assert area_code in set(catalogue.tables["area"]["area_code"])
    assert geometry["type"] in ("Polygon", "MultiPolygon")


def test_the_command_line_checks_the_folder_it_is_given(
    small_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(small_data)]) == 0
    assert "key measures" in capsys.readouterr().out
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert "no such file" in capsys.readouterr().err
