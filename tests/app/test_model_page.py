"""What the page of the model says: its weights, both models, every focus area, and what the plan says of each."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.inequalities.model import among, compared, nearer, page, plan
from shcares.ui.inequalities.model.choice import PRINTED, SOURCE, focus_labels, model_names
from shcares.ui.inequalities.model.drawing import model_figure
from shcares.ui.inequalities.model.parts import parts_of
from shcares.ui.inequalities.model.table import table
from shcares.ui.inequalities.model.weighed import answer, sums
from shcares.ui.places.locality import small_areas
from tests.app.conftest import ROOT, words_on
from tests.charts.layers import marks_of

PAGE = "pages/inequalities/what_shapes_health.py"
ENGLAND, ST_HELENS = "E92000001", "E08000013"
PLAN, INDEX = "contributions", "health_index"
DATA = ROOT / "data"


@pytest.fixture
def open_model() -> Callable[..., AppTest]:
    """Opens the page at an address with these parameters."""

    def opened(**parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        return app.switch_page(PAGE).run()

    return opened


OLDER = {"E08000038": "E08000016", "E08000039": "E08000019"}
"""Barnsley and Sheffield, published under the codes they had before 2025."""


def box(app: AppTest, label: str) -> Any:
    return next(one for one in app.selectbox if one.label == label)


def declared(model: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "strategy" / "models" / f"{model}.toml").read_text(encoding="utf-8"))


def hung_by_hand(focus_area: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"borough": set(), "small_area": set(), "practice": set()}
    for file in (DATA / "indicators").glob("*.toml"):
        about = tomllib.loads(file.read_text(encoding="utf-8"))
        if focus_area in about.get("focus_areas", ()):
            found[about["level"]].add(file.stem)
    return found


def test_the_printed_weights_add_to_95_and_those_of_the_source_to_100() -> None:
    held = [part for factor in declared(PLAN)["factor"] for part in factor["focus_area"]]
    assert sum(part["printed_weight"] for part in held) == 95
    assert sum(part["source_weight"] for part in held) == 100
    assert sums(PLAN) == (
        "The source’s 13 weights add to 100; the printed ones add to 95: Income has 5 where the source has 10."
    )
    last = table(PLAN).iloc[-1]
    assert (last["Factor"], last["Weight printed"], last["Weight in the source"]) == ("All parts", "95", "100")


def test_the_page_opens_on_the_source_and_says_what_the_plan_prints_otherwise(
    open_model: Callable[..., AppTest],
) -> None:
    app = open_model()
    assert not app.exception
    said = words_on(app)
    assert "In the plan’s model, socioeconomic factors weigh most: 40 of 100 points." in said
    assert "its thirteen parts add to 95" in said
    assert "They are the judgement of experts in the United States" in said
    assert "replaced the model in 2025" in said
    assert "It is not a share of St Helens’ ill health." in said
    assert "The parts of the wheel add to 95" in said


def test_the_printed_drawing_has_the_printed_names_and_five_points_that_no_part_has(
    open_model: Callable[..., AppTest],
) -> None:
    app = open_model(weights=PRINTED, focus="Income")
    assert "As printed, the plan’s model adds to 95: Income has 5 where the source has 10." in words_on(app)
    assert "Weight: 10 of 100 points in the source, printed as 5 in the plan." in words_on(app)
    spec = model_figure(PLAN, PRINTED, "income").spec or {}
    blocks = next(layer["values"] for layer in marks_of(spec, "rect") if "focus_area_id" in layer["values"][0])
    assert {block["focus_area"] for block in blocks} >= {"Poor Sexual Health", "Built Environment & Housing"}
    assert {block["factor"] for block in blocks} >= {"Built Environment"}
    assert sum(block["weight"] for block in blocks) == 95
    assert [block["focus_area_id"] for block in blocks if block["chosen"]] == ["income"]
    written = {row.get("words") for layer in marks_of(spec, "text") for row in layer["values"]}
    assert "5 given to no part" in written


def test_on_the_source_income_is_as_tall_as_education() -> None:
    spec = model_figure(PLAN, SOURCE, "income").spec or {}
    blocks = next(layer["values"] for layer in marks_of(spec, "rect") if "focus_area_id" in layer["values"][0])
    tall = {block["focus_area_id"]: block["bottom"] - block["top"] for block in blocks}
    assert tall["income"] == tall["education"] == 10
    assert sum(tall.values()) == 100


def test_coverage_counts_every_indicator_by_level_as_the_files_declare_them() -> None:
    for part in parts_of(PLAN):
        by_hand = hung_by_hand(part.id)
        assert {*part.measured, *part.borough, *part.unheld} == by_hand["borough"] | set(part.measured)
        assert set(part.small) == by_hand["small_area"]
        assert set(part.practice) == by_hand["practice"]
    coverage = {part.id: part.coverage for part in parts_of(PLAN)}
    assert coverage["income"] == (
        "Income: 4 measures compared with all authorities, 21 more for the borough, 28 for neighbourhoods and 1 for "
        "practices."
    )
    assert coverage["sexual_health"].endswith("; no figure by neighbourhood or practice.")


def test_every_focus_area_of_both_models_has_a_page_without_a_fault(open_model: Callable[..., AppTest]) -> None:
    app = open_model()
    for name, model_id in model_names().items():
        box(app, "Model").set_value(name).run()
        assert list(box(app, "Focus area").options) == list(focus_labels(model_id))
        for label in focus_labels(model_id):
            box(app, "Focus area").set_value(label).run()
            assert not app.exception, label
            assert f"{next(part.coverage for part in parts_of(model_id) if part.name in label)}" in words_on(app)


def test_the_second_model_prints_nothing_and_says_so(open_model: Callable[..., AppTest]) -> None:
    app = open_model(model="ONS Health Index", weights=PRINTED)
    said = words_on(app)
    assert not app.exception
    assert "As declared, the ONS Health Index gives its 3 factors 33.3 points each." in said
    assert "The plan does not print this model" in said
    assert "95" not in answer(INDEX, PRINTED)
    weights: Any = next(one for one in app.get("button_group") if getattr(one, "label", "") == "Weights")
    assert weights.disabled


def test_a_focus_area_without_any_figure_says_so_in_every_view(open_model: Callable[..., AppTest]) -> None:
    for view in page.VIEWS:
        app = open_model(model="ONS Health Index", focus="Physical health conditions", part_of_model=view)
        assert not app.exception
        assert "Physical health conditions: no figure at all is hung on this part." in words_on(app)
    assert plan.sentence(parts_of(INDEX)[4], (), {}).startswith("The plan names no action for this")


def test_another_model_begins_with_its_first_focus_area(open_model: Callable[..., AppTest]) -> None:
    app = open_model(focus="Income")
    assert box(app, "Focus area").value == "Income"
    box(app, "Model").set_value("ONS Health Index").run()
    assert box(app, "Focus area").value == "Difficulties in daily life"
    box(app, "Model").set_value("The plan’s model").run()
    assert box(app, "Focus area").value == "Smoking"
    assert not app.exception


@pytest.mark.parametrize(
    "address",
    [
        {"focus": "Happiness of cats"},
        {"model": "Nobody’s"},
        {"weights": "Heavy", "part_of_model": "Backwards"},
        {"focus": "Crime"},
        {"model": "ONS Health Index", "focus": "Income"},
    ],
)
def test_what_an_address_names_and_does_not_exist_is_passed_over(
    address: dict[str, str], open_model: Callable[..., AppTest]
) -> None:
    app = open_model(**address)
    assert not app.exception
    offered = list(focus_labels(model_names()[box(app, "Model").value]))
    assert box(app, "Focus area").value == offered[0]


def test_a_link_that_names_a_focus_area_alone_brings_its_model(open_model: Callable[..., AppTest]) -> None:
    app = open_model(to_focus="Crime")
    assert not app.exception
    assert box(app, "Model").value == "ONS Health Index"
    assert box(app, "Focus area").value == "Crime"


def test_the_place_among_authorities_is_counted_from_the_published_values() -> None:
    values = {
        row["area_code"]: float(row["value"])
        for file in (DATA / "observations").glob("*.csv")
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
        if (row["indicator_id"], row["period"], row["category"]) == ("attainment_8", "2024/25", "") and row["value"]
    }
    place = among.among(PLAN)["education", "attainment_8"]
    rows = reads.standings(PLAN)
    others = set(rows.loc[rows["indicator_id"] == "attainment_8", "area_code"]) - {ST_HELENS}
    # A high score is good, so St Helens is worse than those above it.
    assert place.others == len(others)
    assert place.worse_than == sum(values[OLDER.get(code, code)] > values[ST_HELENS] for code in others)
    assert place.words == "Worse than 138 of 150 other authorities in 2024/25, by value alone"


def test_series_of_a_focus_area_are_each_shown_once_and_the_worse_come_first() -> None:
    for model_id in model_names().values():
        for part in parts_of(model_id):
            shown = [one.id for one in compared.standings(model_id, part.id, ENGLAND)]
            assert len(shown) == len(set(shown))
            held = {one.latest.indicator_id for one in compared.standings(model_id, part.id, ENGLAND)}
            assert held == {*part.measured, *part.borough}


def test_the_sentence_of_a_focus_area_counts_what_the_table_holds() -> None:
    figure = compared.compared_figure(PLAN, "smoking", ENGLAND, "England", Scheme.SAFE)
    told = Counter(figure.frame["Against England"])
    worse, similar, untested = told["Worse"], told["Similar"], told["Can't compare"]
    assert worse + similar + untested == len(figure.frame) == 14
    assert figure.sentence == (
        f"Of 14 borough series, {worse} are worse than England, {similar} are similar to England and {untested} "
        "cannot be tested."
    )


def test_every_small_area_layer_of_a_focus_area_is_an_option_of_the_map() -> None:
    for part in parts_of(PLAN):
        labels = nearer.on_map(part.small)
        assert set(labels) <= set(small_areas.options())
        assert set(labels.values()) <= set(part.small)
    unmapped = set(parts_of(PLAN)[8].small) - set(nearer.on_map(parts_of(PLAN)[8].small).values())
    assert unmapped == {"iod2019_homelessness", "iod2025_homelessness", "iod2025_core_homelessness"}


def test_objectives_stand_only_where_a_series_of_their_measures_is_hung() -> None:
    measures = tomllib.loads((DATA / "strategy" / "key_measures.toml").read_text(encoding="utf-8"))["measure"]
    for part in parts_of(PLAN):
        by_hand = hung_by_hand(part.id)["borough"]
        expected = {
            measure["id"] for measure in measures if {measure.get("indicator"), *measure.get("context", ())} & by_hand
        }
        assert {one.view.id for one in plan.found(PLAN, part.id, ENGLAND)} == expected
    own = {one.view.id: one.is_own for one in plan.found(PLAN, "smoking", ENGLAND)}
    assert own == {"2.5b": False, "2.5c": False}
    alcohol = {one.view.id: one.is_own for one in plan.found(PLAN, "alcohol_use", ENGLAND)}
    assert alcohol == {"1.3": True, "1.4": True}


def test_where_no_measure_and_no_action_of_the_plan_belongs_it_is_said(open_model: Callable[..., AppTest]) -> None:
    app = open_model(focus="Environmental quality", part_of_model="What the plan says")
    assert "The plan names no action for this" in words_on(app)
    app = open_model(focus="Smoking", part_of_model="What the plan says")
    said = words_on(app)
    assert "No key measure of the plan counts anything hung on Smoking" in said
    assert "Establish a working group to deliver against the government’s recommendation of 1001 days" in said
    assert "they are thought to determine around 50% of health outcomes" in said
    assert "Health behaviour contributes around 30% to health outcomes" in said
    assert "they only make up a fifth of what contributes" in said


def test_a_community_chosen_in_the_bar_changes_nothing_and_is_told_so(open_model: Callable[..., AppTest]) -> None:
    assert "not of North alone" in words_on(open_model(area="North"))


def test_no_sentence_of_the_page_turns_a_weight_into_deaths_or_cases(open_model: Callable[..., AppTest]) -> None:
    refusing = r"say nothing about how many deaths or cases|to claim deaths or cases"
    for view in page.VIEWS:
        said = re.sub(refusing, "", words_on(open_model(focus="Smoking", part_of_model=view)))
        assert not re.search(
            r"(deaths|cases) (a|per) (year|point)|would (prevent|save|avoid)",
            said.replace("a change would prevent", ""),
        )


def test_what_the_first_visitor_sees_can_be_made_beforehand() -> None:
    page.warm()
    assert model_figure(PLAN, SOURCE, "smoking").spec
