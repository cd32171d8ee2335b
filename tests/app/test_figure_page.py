"""A figure opened by its ID says what it rests on, and an ID that is none is answered with help."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from shcares.store import queries
from shcares.store.connection import sql_text
from shcares.ui import figure_page, indicator_figures, opening, recipes
from tests.app.conftest import words_on

APP = str(Path(__file__).resolve().parents[2] / "app.py")
YEAR_6 = {"indicator": "year6_obesity"}


def opened(ref: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["figure"] = ref
    return app.run()


def test_an_id_opens_its_figure_with_source_method_sql_and_data_date() -> None:
    figure = recipes.by_name("trend", YEAR_6)
    app = opened(figure.ref)
    said = words_on(app)
    assert not app.exception
    assert app.title[0].value == figure.title
    assert figure.sentence in said
    assert figure.method in said
    assert "Sources last copied on" in said
    assert sql_text("observations").strip() in [block.value for block in app.code]
    shown = app.dataframe[0].value
    assert set(shown["Publisher"]) == {"Office for Health Improvement and Disparities"}
    assert "Extract of 13 May 2026" in set(shown["Release"])


@pytest.mark.parametrize("ref", ["nonsense", "TR-ZZZZ", "TR-QRCD-MR4X-F-0-0-0", "TR", "<b>"])
def test_an_id_that_is_none_is_answered_with_help(ref: str) -> None:
    app = opened(ref)
    assert not app.exception
    assert app.title[0].value == "There is no such figure"
    assert app.text_input(key="figure_id").label == "Figure ID"


def test_an_id_is_read_in_small_letters_and_with_letters_misread() -> None:
    ref = recipes.by_name("trend", YEAR_6).ref
    assert recipes.by_ref(ref.lower()).ref == ref
    assert recipes.read_ref(ref.replace("0", "o").replace("1", "l")) == recipes.read_ref(ref)


def test_the_figure_of_an_id_is_the_very_figure_of_the_page() -> None:
    from_page = indicator_figures.trend_figure("year6_obesity", "E08000013", "St Helens", "E92000001", "England", "")
    assert recipes.by_ref(from_page.ref) is from_page


def test_the_questions_of_a_figure_answer_its_own_numbers() -> None:
    figure = recipes.by_name("trend", YEAR_6)
    asked = next(one for one in figure.asked if one.name == "observations")
    rows = queries.observations(opening.store(), [dict(asked.parameters)["indicator_ids"]], ["E08000013"])
    held = rows[(rows["sex"] == "Persons") & rows["category"].isna()].set_index("period")["value"]
    mine = figure.frame[figure.frame["Area"] == "St Helens"].set_index("Period")["Value (%)"]
    assert mine["2024/25"] == held["2024/25"] == 25.1


def test_an_answer_already_kept_still_tells_its_questions() -> None:
    once = recipes.by_name("compare", YEAR_6)
    other = recipes.by_name("compare", YEAR_6 | {"compare": "North West"})
    assert "year6_obesity" in figure_page.indicators_of(once.asked)
    assert figure_page.indicators_of(other.asked) == figure_page.indicators_of(once.asked)
