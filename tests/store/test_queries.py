"""What the questions answer, on a small data folder whose figures can be read in one look."""

import inspect
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from shcares.domain.areas import ST_HELENS
from shcares.domain.vocabulary import AreaType, Level
from shcares.store import queries
from shcares.store.connection import SQL, Store, StoreError, open_store

QUESTIONS = sorted(name for name in queries.__all__ if inspect.isfunction(getattr(queries, name)))
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "area_group": ("liverpool_city_region",),
    "boundaries": (AreaType.LSOA11,),
    "deprivation": ("2019",),
    "deprivation_of_residents": ("2019",),
    "distributions": ("smoking", AreaType.AUTHORITY),
    "composites": ("contributions",),
    "indicator": ("smoking",),
    "item_indicators": ("workforce",),
    "latest_observations": (["smoking"],),
    "level_members": (Level.BOROUGH, [AreaType.AUTHORITY]),
    "lsoa_deciles": ("2019",),
    "observations": (["smoking"],),
    "series_members": ("smoking",),
    "standings": ("contributions",),
    "small_area_deprivation": ("2019",),
    "vintages": ("smoking",),
}
NAMED: dict[str, dict[str, object]] = {"populations": {"basis": "mid_year_estimate"}}


def answer(store: Store, question: str) -> pd.DataFrame:
    frame = getattr(queries, question)(store, *ARGUMENTS.get(question, ()), **NAMED.get(question, {}))
    assert isinstance(frame, pd.DataFrame)
    return frame


def test_every_sql_file_has_its_function_and_every_function_its_sql_file() -> None:
    assert [path.stem for path in sorted(SQL.glob("*.sql"))] == QUESTIONS


@pytest.mark.parametrize("path", sorted(SQL.glob("*.sql")), ids=lambda path: path.stem)
def test_every_sql_file_says_what_it_answers_names_its_columns_and_orders_its_rows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- ")
    assert "select *" not in text and "order by" in text.rsplit("from", 1)[-1]
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    assert not {"SELECT", "FROM", "WHERE", "ORDER"} & set(code.split())


@pytest.mark.parametrize("question", [name for name in QUESTIONS if name != "build_info"])
def test_every_question_has_rows_here_and_the_same_types_with_and_without_rows(store: Store, question: str) -> None:
    frame = answer(store, question)
    assert len(frame) > 0
    kinds = {"str", "datetime64[us]", "float64", "int64", "bool", "object"}
    assert {str(kind) for kind in frame.dtypes} <= kinds
    assert not (frame.select_dtypes("str") == "").to_numpy().any()


def test_columns_without_any_value_keep_their_type(store: Store) -> None:
    frame = queries.observations(store, ["deaths"])
    assert frame["note"].isna().all() and str(frame["note"].dtype) == "str"
    assert str(queries.observations(store, ["nothing"])["lower_ci"].dtype) == "float64"


def test_an_indicator_comes_with_its_source_what_it_holds_and_the_boroughs_latest_value(store: Store) -> None:
    row = queries.indicators(store).set_index("indicator_id", drop=False).loc["smoking"]
    assert (row["publisher"], row["next_due"].date()) == ("Office for Examples", date(2027, 3, 1))
    assert (row["first_period"], row["last_period"], row["areas"], row["observations"]) == ("2018/19", "2021/22", 3, 8)
    assert (row["latest_period"], row["latest_value"]) == ("2020/21", 13.1)
    assert (row["priorities"], row["focus_areas"]) == (("tackling_obesity",), ("smoking",))
    assert row["related"] == ("deaths",)


def test_every_indicator_is_listed_once_and_a_source_without_a_date_to_look_again_has_none(store: Store) -> None:
    frame = queries.indicators(store).set_index("indicator_id")
    assert sorted(frame.index) == ["admissions", "deaths", "diabetes", "satisfaction", "smoking"]
    assert frame.loc["satisfaction", "superseded_by"] == "smoking"
    assert frame["next_due"].isna()["satisfaction"]


def test_an_unknown_indicator_has_no_values_and_is_not_an_error(store: Store) -> None:
    assert queries.observations(store, ["nothing"]).empty


def test_observations_come_sorted_with_every_sex_and_category(store: Store) -> None:
    frame = queries.observations(store, ["smoking"], [ST_HELENS])
    assert list(frame["sex"]) == ["Female", "Persons", "Persons", "Persons", "Persons", "Persons"]
    assert list(frame["period"]) == ["2018/19", "2018/19", "2019/20", "2020/21", "2021/22", "2018/19"]
    assert list(frame["category"].dropna()) == ["most deprived"]
    assert list(frame["headline"]) == [False, True, True, True, True, False]


def test_headline_observations_leave_out_other_sexes_ages_and_categories(store: Store) -> None:
    frame = queries.observations(store, ["smoking"], headline_only=True)
    assert frame["headline"].all() and set(frame["area_code"]) == {ST_HELENS, "E08000012", "E92000001"}


def test_a_suppressed_value_is_blank_with_its_reason(store: Store) -> None:
    row = queries.observations(store, ["smoking"], [ST_HELENS], headline_only=True).iloc[-1]
    assert np.isnan(row["value"]) and row["note"].startswith("suppressed") and row["ci_method"] == "none"


def test_the_latest_observation_is_the_newest_with_a_value(store: Store) -> None:
    frame = queries.latest_observations(store, ["smoking", "deaths"], [ST_HELENS])
    assert list(zip(frame["indicator_id"], frame["period"], strict=True)) == [
        ("deaths", "2019/20"),
        ("smoking", "2020/21"),
    ]


def test_an_empty_list_of_areas_is_no_area_and_none_is_every_area(store: Store) -> None:
    assert queries.observations(store, ["smoking"], []).empty
    assert len(queries.observations(store, ["smoking"], None)) == 8


def test_codes_are_data_and_never_sql(store: Store) -> None:
    assert queries.observations(store, ["smoking' or 1=1 --"]).empty


def test_key_measures_carry_their_objective_and_what_is_shown_beside_them(store: Store) -> None:
    first, second = (row for _, row in queries.key_measures(store).iterrows())
    assert (first["objective_text"], first["context"], first["flags"]) == (
        "Reduce deaths",
        ("deaths",),
        ("quarter_or_third",),
    )
    assert pd.isna(second["objective"]) and np.isnan(second["target"]) and second["baseline_printed"] == "tbc"
    assert second["flags"] == ("quarter_or_third",)


def test_key_measures_carry_what_their_words_ask_for(store: Store) -> None:
    first, second = (row for _, row in queries.key_measures(store).iterrows())
    assert (first["asks_kind"], first["asks_area"]) == ("best", "liverpool_city_region")
    assert (second["asks_kind"], second["asks_amount"]) == ("change_percent", -50.0)
    assert np.isnan(first["asks_amount"]) and pd.isna(second["asks_area"])


def test_supporting_indicators_keep_the_order_of_their_headings_and_not_of_the_alphabet(store: Store) -> None:
    frame = queries.priority_supporting(store)
    obesity = frame[frame["priority_id"] == "tackling_obesity"]
    assert list(obesity["heading"]) == ["Risk factors", "Risk factors", "Life course"]
    assert list(obesity["indicator_id"]) == ["smoking", "admissions", "deaths"]
    assert list(obesity["group_position"]) == [1, 1, 2] and list(obesity["position"]) == [1, 2, 1]


def test_a_register_that_is_a_proxy_says_so_and_another_says_nothing(store: Store) -> None:
    frame = queries.priority_registers(store)
    assert list(frame["priority_id"]) == ["mental_wellbeing", "tackling_obesity"]
    assert list(frame["indicator_id"]) == ["diabetes", "diabetes"]
    assert list(frame["note"].fillna("nothing")) == ["nothing", "A proxy."]


def test_a_flag_reaches_an_indicator_through_measure_and_context(store: Store) -> None:
    frame = queries.indicator_flags(store, ["deaths"])
    assert list(frame["measure_id"]) == ["1.1"]


def test_plan_items_of_one_kind_keep_their_order_and_parents(store: Store) -> None:
    frame = queries.plan_items(store, "workforce")
    assert list(frame["item_id"]) == ["staff", "nurses"] and frame["parent_id"].iloc[1] == "staff"
    assert frame["flags"].iloc[0] == ("quarter_or_third",) and queries.plan_items(store, "nothing").empty


def test_patients_whose_neighbourhood_is_unknown_are_counted_apart(store: Store) -> None:
    frame = queries.deprivation_of_patients(store)
    assert list(frame["decile"].fillna(-1)) == [1, 7, -1] and list(frame["patients"]) == [1500, 740, 10]


def test_residents_are_those_of_the_borough_and_blank_without_an_estimate(store: Store) -> None:
    assert list(queries.deprivation_of_residents(store, "2019")["residents"]) == [1500.0, 1600.0]
    newest = queries.deprivation_of_residents(store, "2025")
    assert newest["residents"].isna().all() and list(newest["lsoas"]) == [1, 1]


def test_neighbourhoods_outside_the_borough_are_not_counted(store: Store) -> None:
    assert queries.lsoa_deciles(store, "2019")["lsoas"].sum() == 2


def test_registered_patients_are_the_newest_of_all_ages_on_one_basis(store: Store) -> None:
    frame = queries.registered_patients(store).set_index("area_code")
    assert frame["patients"].to_dict() == {"U67149": 5000, "N80001": 3000, "N80002": 2000, "E38000172": 5000}
    assert frame.loc["N80002", "date"] == pd.Timestamp("2022-01-01")


def test_practices_carry_their_network_and_events_without_a_date_stay_without_one(store: Store) -> None:
    assert set(queries.practices(store)["network_short_name"]) == {"Central"}
    events = queries.practice_events(store)
    assert list(events["date"].isna()) == [False, True] and events["other_short_name"].iloc[0] == "High Street"


def test_boundaries_are_shapes_again_when_read(store: Store) -> None:
    frame = queries.boundaries(store, AreaType.LSOA11)
    shapes = shapely.from_wkb(frame["geometry"].to_list())
    assert shapes[0].bounds == (-2.75, 53.45, -2.73, 53.47)


def test_the_store_knows_its_digest_and_the_day_of_its_newest_source(store: Store) -> None:
    info = queries.build_info(store)
    assert info.digest == store.path.stem.removeprefix("shcares-") and info.data_date == date(2026, 4, 1)


def test_a_question_with_a_wrong_parameter_says_which_question(store: Store) -> None:
    with pytest.raises(StoreError, match="cannot answer vintages"):
        store.frame("vintages", indicator="smoking")


def test_the_process_shares_one_store_for_a_file(store_file: Path) -> None:
    assert open_store(store_file) is open_store(store_file)


def test_a_composite_of_one_indicator_in_two_authorities_can_be_checked_by_hand(store: Store) -> None:
    # 13.1 and 15.1 %: mean 14.1, SD √2, so half a difference of 2 over √2 either way; lower is better.
    rows = queries.standings(store, "contributions").set_index("area_code")
    assert rows.loc[ST_HELENS, "z"] == pytest.approx(-(2**-0.5)) and rows.loc["E08000012", "z"] > 0
    assert (rows.loc[ST_HELENS, "mean"], rows.loc[ST_HELENS, "sd"]) == pytest.approx((14.1, 2**0.5))
    overall = queries.composites(store, "contributions").query("level == 'overall'").set_index("area_code")
    assert list(overall["rank"]) == [1, 2] and overall.loc[ST_HELENS, "score"] == pytest.approx(-(2**-0.5))
    assert (overall["areas"] == 2).all()


def test_a_model_comes_with_its_outcomes_and_each_part_with_the_indicators_it_stands_on(store: Store) -> None:
    assert queries.models(store)["outcomes"].tolist() == [("deaths",)]
    parts = queries.focus_areas(store).set_index("focus_area_id")["measured"]
    assert parts["smoking"] == ("smoking",) and parts["alcohol_use"] == ()
