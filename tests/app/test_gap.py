"""Where the gap lies: the page against the store, other weights worked again by hand, what is hidden and said."""

import csv
import tomllib
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from shcares.domain.vocabulary import Judgement
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.inequalities.gap import answer, beside, looks
from shcares.ui.inequalities.gap.agreement import agreement_figure
from shcares.ui.inequalities.gap.among_figure import among_figure
from shcares.ui.inequalities.gap.basis import basis, basis_figure
from shcares.ui.inequalities.gap.held import authorities, held
from shcares.ui.inequalities.gap.lies import lies_figure
from shcares.ui.inequalities.gap.missing import absent, notes
from shcares.ui.inequalities.gap.outcomes import outcomes
from shcares.ui.inequalities.gap.shares import UNTESTED, points, side
from shcares.ui.inequalities.gap.standing import WHOLE, items, standing
from shcares.ui.inequalities.gap.tried import outcome, unchanged
from shcares.ui.inequalities.gap.tried_figure import tried_figure
from shcares.ui.inequalities.gap.weights import AS_PRINTED, Tried, equal, printed, sources, weights_of
from tests.app.by_hand import DATA, ST_HELENS
from tests.app.conftest import ROOT, words_on

PLAN, INDEX = "contributions", "health_index"
WHAT_IF = "What if the weights were different?"
RESET = "Reset to the source’s weights"


def open_gap(**parameters: str) -> AppTest:
    """The page at an address with these parameters."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("pages/inequalities/where_the_gap_lies.py").run()
    assert not app.exception
    return app


def slider(app: AppTest, label: str) -> Any:
    return next(one for one in app.slider if one.label == label)


def button(app: AppTest, label: str) -> Any:
    return next(one for one in app.button if one.label == label)


def model_file(model_id: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "strategy" / "models" / f"{model_id}.toml").read_text(encoding="utf-8"))


def part_scores(model_id: str) -> pd.DataFrame:
    """Authorities × focus areas from the values themselves: z by hand, half of the indicators needed."""
    values = reads.standings(model_id).pivot(index="area_code", columns="indicator_id", values="value")
    z = (values - values.mean()) / values.std(ddof=1)
    for name in z:
        about = tomllib.loads((DATA / "indicators" / f"{name}.toml").read_text(encoding="utf-8"))
        z[name] *= {"high_is_good": -1, "low_is_good": 1}[about["polarity"]]
    scores = {}
    for factor in model_file(model_id)["factor"]:
        for area in factor["focus_area"]:
            own = z[[name for name in area["indicators"] if name in z]]
            if own.shape[1]:
                scores[area["id"]] = own.mean(axis=1).where(own.notna().sum(axis=1) >= own.shape[1] / 2)
    return pd.DataFrame(scores)


@pytest.mark.parametrize("model_id", [PLAN, INDEX])
def test_the_sources_weights_give_what_the_store_holds(model_id: str) -> None:
    stored = reads.composites(model_id).query("area_code == @ST_HELENS").set_index(["level", "item_id"])
    for row in points(model_id).to_dict("records"):
        assert row["score"] == pytest.approx(stored.loc[(row["level"], row["item_id"]), "score"])
    place, whole = unchanged(model_id).place, stored.loc[("overall", model_id)]
    assert (place.score, place.lower, place.upper) == pytest.approx(
        (whole["score"], whole["lower_ci"], whole["upper_ci"])
    )
    assert (place.rank, place.rank_lower, place.rank_upper, place.areas) == tuple(
        int(whole[name]) for name in ("rank", "rank_lower", "rank_upper", "areas")
    )


@pytest.mark.parametrize("model_id", [PLAN, INDEX])
def test_points_are_weight_times_score_and_add_up(model_id: str) -> None:
    scores = part_scores(model_id).loc[ST_HELENS]
    weights = {a["id"]: a["source_weight"] for f in model_file(model_id)["factor"] for a in f["focus_area"]}
    total = sum(weights[name] for name in scores.index)
    rows = points(model_id).set_index("item_id")["value"]
    for name, score in scores.items():
        assert rows[name] == pytest.approx(100 * weights[name] / total * score)
    levels = points(model_id).groupby("level")["value"].sum()
    assert levels["focus_area"] == pytest.approx(levels["overall"])
    assert levels["factor"] == pytest.approx(levels["overall"])


def test_equal_factors_worked_again_by_hand() -> None:
    scores = part_scores(PLAN).dropna()
    parts = [
        (1 / 4 * area["source_weight"] / sum(one["source_weight"] for one in factor["focus_area"]), area["id"])
        for factor in model_file(PLAN)["factor"]
        for area in factor["focus_area"]
    ]
    whole = sum((weight * scores[name] for weight, name in parts), start=pd.Series(0.0, index=scores.index))
    found = outcome(equal(PLAN)).place
    assert found.score == pytest.approx(whole[ST_HELENS])
    assert found.rank == int((whole > whole[ST_HELENS]).sum()) + 1
    assert found.areas == len(scores) == 122
    assert found.rank_lower <= found.rank <= found.rank_upper
    assert found.score != pytest.approx(unchanged(PLAN).place.score)


def test_the_plans_printed_weights_add_to_95_and_are_scaled() -> None:
    tried = printed(PLAN)
    assert tried == Tried(PLAN, (30, 20, 35, 10), AS_PRINTED)
    weights = dict(zip(held(PLAN).parts["focus_area_id"], weights_of(tried), strict=True))
    assert weights["income"] == pytest.approx(100 * 5 / 95)
    assert weights["education"] == pytest.approx(100 * 10 / 95)
    assert sum(weights.values()) == pytest.approx(100)
    assert printed(INDEX) is None


def test_an_untouched_factor_keeps_the_sources_weight_to_the_last_digit() -> None:
    own = held(INDEX).parts["weight"].to_numpy()
    assert weights_of(sources(INDEX)) == pytest.approx(own, abs=1e-12)
    assert sources(INDEX).factors == (29, 36, 36)
    assert sources(INDEX).is_source
    assert not equal(INDEX).is_source


def test_proportions_within_a_factor_stay_when_its_weight_changes() -> None:
    weights = pd.Series(weights_of(Tried(PLAN, (0, 50, 50, 0))), index=held(PLAN).parts["focus_area_id"])
    assert weights[["smoking", "environmental_quality"]].tolist() == [0, 0]
    assert weights["access_to_care"] == pytest.approx(25)
    assert weights["education"] == pytest.approx(50 * 10 / 40)
    assert weights["community_safety"] == pytest.approx(50 * 5 / 40)


def test_the_answer_names_the_largest_gaps_and_gives_the_place_as_an_interval() -> None:
    said = answer.answer(PLAN)
    stored = reads.composites(PLAN).query("level == 'overall' and area_code == @ST_HELENS").iloc[0]
    assert "lies most in education, alcohol use, and diet and exercise; overall it is between the" in said
    assert f"the {stored['rank_lower']}th and the {stored['rank_upper']}th worst of 122 authorities" in said
    assert f"{stored['rank']}th worst" not in said
    assert words_on(open_gap()).count(said) == 1


def test_a_focus_area_of_one_indicator_has_no_interval_and_is_not_judged() -> None:
    rows = points(PLAN).set_index("item_id")
    for name in ("sexual_health", "environmental_quality"):
        assert np.isnan(rows.loc[name, ["lower_ci", "upper_ci"]].astype(float)).all()
        assert rows.loc[name, "side"] == UNTESTED
    said = " ".join(lies_figure(PLAN, Scheme.SAFE).notes)
    assert "Sexual health and environmental quality stand on one indicator" in said
    assert "Smoking, alcohol use, and family and social support stand on two" in said
    figure = among_figure(PLAN, items(PLAN)["Sexual health"], Scheme.SAFE)
    assert figure.frame["Lower limit"].isna().all()
    assert set(figure.frame["Rank, from the worst"]) == {"not shown: fewer than 3 indicators"}
    assert "so no authority has an interval, a band or a rank" in figure.sentence


def test_sides_by_their_interval() -> None:
    assert side(0.1, 0.9, indicators=3).word == "clearly worse"
    assert side(-0.9, -0.1, indicators=3).word == "clearly better"
    assert side(-0.1, 0.1, indicators=3).judgement is Judgement.SIMILAR
    assert side(0.1, 0.9, indicators=2).word == "both worse"
    assert side(0.5, 0.5, indicators=4) == UNTESTED
    assert side(0.1, 0.9, indicators=1) == UNTESTED


def test_a_rank_that_could_be_nearly_anything_is_not_shown() -> None:
    own = standing(PLAN, items(PLAN)["Access to care"]).set_index("area_code").loc[ST_HELENS]
    assert (own["rank_upper"] - own["rank_lower"]) / (own["areas"] - 1) > 0.5
    assert own["placed"] == f"{looks.NOT_SHOWN}: its interval spans more than half of the authorities"
    figure = among_figure(PLAN, items(PLAN)["Access to care"], Scheme.SAFE)
    assert "place among 130 authorities cannot be told" in figure.spec["title"]["text"]
    table = lies_figure(PLAN, Scheme.SAFE).frame.set_index("Part")["Rank, from the worst"]
    assert table["Access to care"].startswith(looks.NOT_SHOWN)
    assert table["Education"].endswith("worst of 151")


def test_every_part_of_both_models_can_be_set_among_the_authorities() -> None:
    for model_id in (PLAN, INDEX):
        for item in items(model_id).values():
            rows = standing(model_id, item)
            shown = rows[~rows["placed"].str.startswith(looks.NOT_SHOWN)]
            assert ((shown["rank_upper"] - shown["rank_lower"]) / (shown["areas"] - 1) <= 0.5).all()
            assert (rows["side"].map(lambda one: one.judgement is Judgement.WORSE) <= (rows["lower_ci"] > 0)).all()
            assert "nan" not in f"{among_figure(model_id, item, Scheme.SAFE).sentence}".lower()


def test_authorities_left_out_are_counted_and_named() -> None:
    whole = items(PLAN)[WHOLE]
    scored = part_scores(PLAN).dropna().index
    left = set(authorities()) - set(scored)
    assert len(authorities()) == 151
    assert set(absent(PLAN, whole)) == left
    assert len(left) == 29
    said = " ".join(notes(PLAN, whole))
    assert "29 of the 151 upper-tier authorities compared have no score here: 21 are county councils" in said
    assert "Kent" in said
    assert "environmental quality (25)" in said


def test_the_outcomes_are_the_declared_ones_in_their_newest_wide_period() -> None:
    found = outcomes(PLAN)
    assert [one.indicator_id for one in found.values()] == [
        *["life_expectancy"] * 2,
        *["healthy_life_expectancy"] * 2,
        "preventable_mortality_under_75",
        "life_satisfaction",
    ]
    assert {one.label: one.period for one in found.values()} == {
        "Life expectancy at birth, men": "2023 to 2025",
        "Life expectancy at birth, women": "2023 to 2025",
        "Healthy life expectancy at birth, men": "2022 to 2024",
        "Healthy life expectancy at birth, women": "2022 to 2024",
        "Deaths under 75 from causes considered preventable": "2024",
        "Life satisfaction": "2022/23",
    }
    assert len(outcomes(INDEX)) == 5


def test_an_authority_that_changed_its_code_keeps_its_outcome() -> None:
    pairs = outcomes(PLAN)["Life expectancy at birth, men"].held.pairs.set_index("code")
    with (DATA / "observations" / "fingertips_2026.csv").open(encoding="utf-8") as lines:
        published = {
            row["area_code"]: float(row["value"])
            for row in csv.DictReader(lines)
            if (row["indicator_id"], row["period"], row["sex"]) == ("life_expectancy", "2023-25", "Male")
            and row["value"]
        }
    assert len(pairs) == 122
    assert pairs.loc["E08000038", "y"] == published["E08000016"]
    assert pairs.loc["E08000039", "y"] == published["E08000019"]
    same = pairs.index.intersection(list(published))
    assert len(same) == 120
    assert pairs.loc[same, "y"].tolist() == [published[code] for code in same]


def test_correlations_by_hand() -> None:
    scores = part_scores(PLAN).dropna()
    weights = {a["id"]: a["source_weight"] for f in model_file(PLAN)["factor"] for a in f["focus_area"]}
    whole = sum((weights[name] * scores[name] for name in scores), start=pd.Series(0.0, index=scores.index))
    for one in outcomes(PLAN).values():
        pairs = one.held.pairs.set_index("code")
        assert one.held.r.value == pytest.approx(np.corrcoef(whole[pairs.index], pairs["y"])[0, 1])
        assert one.held.rho.value == pytest.approx(whole[pairs.index].rank().corr(pairs["y"].rank()))
        figure = beside.scatter_figure(PLAN, one.label)
        assert "Agreement is not cause." in figure.sentence
        drawn = {row["name"]: row for row in beside._points(one).to_dict("records")}
        assert {name for name, row in drawn.items() if row["label"]} == {
            *("St Helens", "Halton", "Knowsley", "Liverpool", "Sefton", "Wirral"),
        }
        assert drawn["St Helens"]["role"] == "ours"
        assert all(name in figure.notes[0] for name in ("Halton", "Knowsley", "Liverpool", "Sefton", "Wirral"))


def test_the_second_model_says_that_it_agrees_in_part_with_itself() -> None:
    for figure in (agreement_figure(INDEX), beside.scatter_figure(INDEX, next(iter(outcomes(INDEX))))):
        assert any("in part agreement with itself" in note for note in figure.notes)
    assert "Agreement is not cause." in agreement_figure(PLAN).sentence


@pytest.mark.parametrize("model_id", [PLAN, INDEX])
def test_every_indicator_is_in_the_table_with_its_source(model_id: str) -> None:
    declared = [name for f in model_file(model_id)["factor"] for a in f["focus_area"] for name in a["indicators"]]
    rows, figure = basis(model_id), basis_figure(model_id)
    assert rows["indicator_id"].tolist() == declared
    assert len(figure.frame) == len(declared)
    for source_id in rows["source_id"]:
        about = tomllib.loads((DATA / "sources" / f"{source_id}.toml").read_text(encoding="utf-8"))
        assert about["dataset"] in figure.source
        assert about["publisher"] in lies_figure(model_id, Scheme.SAFE).source
        assert about["release"] in " ".join(figure.frame["Source"])


def test_the_table_gives_value_mean_england_and_z_as_published() -> None:
    row = basis_figure(PLAN).frame.set_index("Indicator").loc["Adults who smoke"]
    with (DATA / "observations" / "fingertips_2026.csv").open(encoding="utf-8") as lines:
        rows = {
            row["area_code"]: float(row["value"])
            for row in csv.DictReader(lines)
            if row["indicator_id"] == "adult_smoking" and row["period"] == "2024" and row["sex"] == "Persons"
            if row["value"] and not row["category"] and row["age"] == "18+ yrs"
        }
    assert row["St Helens"] == rows[ST_HELENS]
    assert row["England, as published"] == rows["E92000001"]
    values = pd.Series({code: value for code, value in rows.items() if code[:3] in ("E06", "E08", "E09", "E10")})
    assert row["Authorities"] == len(values)
    assert row["Mean of authorities"] == round(values.mean(), 2)
    assert row["z, worse is +"] == round((rows[ST_HELENS] - values.mean()) / values.std(), 2)


def test_the_method_names_the_paper_what_differs_and_what_the_gap_is_measured_from() -> None:
    said = lies_figure(PLAN, Scheme.SAFE).method
    for words in (
        "Remington, Catlin and Gennuso 2015",
        "authorities of England stand in place of the counties of a state",
        "never set to the mean",
        "each counting once whatever its size, and not from the value for England",
        "not a confidence interval",
        "is no number of people, cases or deaths",
    ):
        assert words in said


def test_an_address_opens_the_weights_its_sender_tried() -> None:
    app = open_gap(part_of_gap=WHAT_IF, weight_of_clinical_care="70")
    assert slider(app, "Clinical care").value == 70
    assert slider(app, "Health behaviours").value == 30
    said = words_on(app)
    assert "What if: these are not the model’s own weights." in said
    assert "These are the model’s own weights." not in said
    assert answer.answer(PLAN) in said
    figure = tried_figure(Tried(PLAN, (30, 70, 40, 10)))
    assert figure.sentence in said
    assert figure.spec["title"]["text"].startswith("WHAT IF, not the model’s own weights")
    assert figure.title.startswith("What if")


def test_a_moved_slider_changes_the_answer_and_reset_brings_the_sources_weights_back() -> None:
    app = open_gap(part_of_gap=WHAT_IF)
    assert "These are the model’s own weights." in words_on(app)
    slider(app, "Socioeconomic factors").set_value(75).run()
    assert "What if: these are not the model’s own weights." in words_on(app)
    button(app, RESET).click().run()
    assert slider(app, "Socioeconomic factors").value == 40
    assert "These are the model’s own weights." in words_on(app)
    assert not app.exception


def test_presets_set_every_slider() -> None:
    app = open_gap(part_of_gap=WHAT_IF)
    button(app, "All factors the same").click().run()
    assert [one.value for one in app.slider] == [25, 25, 25, 25]
    button(app, "The plan as printed").click().run()
    assert [one.value for one in app.slider] == [30, 20, 35, 10]
    assert tried_figure(Tried(PLAN, (30, 20, 35, 10), AS_PRINTED)).sentence in words_on(app)
    button(app, RESET).click().run()
    assert [one.value for one in app.slider] == [30, 20, 40, 10]
    assert "These are the model’s own weights." in words_on(app)


def test_the_second_model_has_its_own_sliders_and_no_printed_weights() -> None:
    app = open_gap(part_of_gap=WHAT_IF, model="ONS Health Index")
    assert [one.label for one in app.slider] == ["Healthy People", "Healthy Lives", "Healthy Places"]
    assert not [one for one in app.button if one.label == "The plan as printed"]
    assert answer.answer(INDEX) in words_on(app)


def test_weights_of_nought_give_no_figure_of_their_own() -> None:
    keys = ("health_behaviours", "clinical_care", "socioeconomic_factors", "physical_environment")
    app = open_gap(part_of_gap=WHAT_IF, **{f"weight_of_{key}": "0" for key in keys})
    assert "Every weight is nought, so there is nothing to add up." in words_on(app)


def test_the_changed_figure_shows_both_and_leaves_the_first_as_it_was() -> None:
    first = tried_figure(sources(PLAN))
    other = tried_figure(Tried(PLAN, (0, 100, 0, 0)))
    rows = {row["name"]: row for row in (other.spec or {})["data"]["values"]}
    assert rows["Education"]["after"] == 0
    assert rows["Education"]["before"] == pytest.approx(points(PLAN).set_index("name").loc["Education", "value"])
    assert rows["Quality of care"]["after"] > rows["Quality of care"]["before"]
    assert (first.spec or {})["title"]["text"].startswith("On the source’s weights: Education, alcohol use,")
    assert outcome(Tried(PLAN, (0, 100, 0, 0))).order.moved > 0


def test_a_part_of_the_other_model_falls_back_to_the_whole() -> None:
    app = open_gap(part_of_gap="Among all authorities", among="Education")
    assert "On education" not in answer.answer(PLAN)
    next(one for one in app.selectbox if one.label == "Model").set_value("ONS Health Index").run()
    assert next(one for one in app.selectbox if one.label == "Part of the model").value == WHOLE
    assert not app.exception


def test_links_lead_to_each_focus_area_in_the_model() -> None:
    app = open_gap()
    links = [one.proto for one in app.get("page_link")]
    named = [link.label for link in links]
    assert {"Education", "Alcohol use", "Smoking"} <= set(named)
    education = next(link for link in links if link.label == "Education")
    assert "to_focus=Education" in education.query_string


def test_filters_that_change_nothing_say_so() -> None:
    said = words_on(open_gap(area="South", compare="North West"))
    assert "this page is of the borough" in said
    assert "The gap is measured from the mean of England’s upper-tier authorities, whatever is chosen." in said
