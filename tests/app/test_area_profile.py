"""The profile of an authority: its own values, tested by the rule, on every topic, with ways on."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain.vocabulary import Judgement
from shcares.style.palette import Scheme
from shcares.ui import reads, recipes
from shcares.ui.explore.profile import answer, choice
from shcares.ui.explore.profile.figure import profile_figure
from shcares.ui.measures import latest_of
from tests.app.conftest import words_on

APP = str(Path(__file__).resolve().parents[2] / "app.py")
LIVERPOOL, ST_HELENS, ENGLAND = "E08000012", "E08000013", "E92000001"


def opened(**parameters: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120).run()
    app.switch_page("pages/explore/area_profile.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def test_an_address_opens_the_authority_and_the_topic_it_names() -> None:
    app = opened(authority="Liverpool", topic_of_profile="Smoking")
    assert not app.exception
    assert app.selectbox(key="authority").value == LIVERPOOL
    assert app.selectbox(key="topic_of_profile").value == "smoking"
    assert "Liverpool against England: of" in words_on(app)


def test_all_six_authorities_of_the_city_region_can_be_chosen() -> None:
    assert set(choice.options()) == set(reads.group_members("liverpool_city_region"))
    assert next(iter(choice.options())) == ST_HELENS


def test_the_answer_counts_each_series_once_as_the_test_of_each_says() -> None:
    held = answer.counted(LIVERPOOL, ENGLAND)
    smoking = [one for ids in choice.indicators_of("smoking").values() for one in ids]
    slow = [entry.judgement for each in smoking for entry in latest_of(each, ENGLAND, LIVERPOOL)]
    assert slow.count(Judgement.WORSE) > 0
    figure = profile_figure(LIVERPOOL, "smoking", ENGLAND, "England", Scheme.SAFE)
    words = list(figure.frame["Judgement"])
    assert words.count("Worse") == slow.count(Judgement.WORSE)
    assert held[Judgement.WORSE] >= slow.count(Judgement.WORSE)
    assert sum(held.values()) >= len(slow)


@pytest.mark.parametrize("area_code", [LIVERPOOL, "E06000006"])
def test_the_values_shown_are_the_authoritys_own(area_code: str) -> None:
    figure = profile_figure(area_code, "tackling_obesity", ENGLAND, "England", Scheme.SAFE)
    name = reads.area_name(area_code)
    shown = figure.frame.set_index("Indicator")[name]
    own = reads.series("year6_obesity", area_code)["value"].iloc[-1]
    assert shown[reads.indicator("year6_obesity")["short_name"]] == f"{own}%"
    assert "St Helens" not in " ".join([figure.sentence, figure.method, *figure.notes, figure.area])


def test_a_profile_is_made_again_from_its_id() -> None:
    figure = profile_figure(LIVERPOOL, "smoking", "E12000002", "North West", Scheme.SAFE)
    assert recipes.by_ref(figure.ref) is figure
    assert figure.plot is not None
    assert figure.plot().series[0].name == "Liverpool"


def test_every_topic_of_every_authority_can_be_drawn_or_says_why_not() -> None:
    for topic in choice.topics():
        figure = profile_figure("E08000011", topic, ENGLAND, "England", Scheme.SAFE)
        assert figure.sentence.startswith(("Knowsley", "No data"))
