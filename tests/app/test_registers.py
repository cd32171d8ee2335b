"""The Practices view says which communities and practices differ, by figures held, and by chance or not."""

from dataclasses import replace

import pandas as pd
import pytest
from scipy.stats import binomtest

from shcares.stats.suppression import Band
from shcares.style.palette import Scheme
from shcares.ui import reads
from shcares.ui.priorities.splits import groups_figure, sexes_figure, split_of, splits_of
from shcares.ui.registers import banded, words
from shcares.ui.registers.figures import networks_figure, practices_figure
from shcares.ui.registers.register import funnel_limits, register, years_of
from tests.app.by_hand import SUB_ICB, published, side

DEPRESSION, SOUTH, ST_HELENS = "gp_depression_qof_practice", "U94009", "E08000013"
PRIORITIES = ("mental_wellbeing", "tackling_obesity", "resilient_communities")


def test_south_has_12_396_of_68_192_on_the_depression_register() -> None:
    said = words.answer(register(DEPRESSION), SOUTH)
    assert "South: 12,396 of 68,192 patients aged 18 and over are on the depression register, 18.2% in 2020/21" in said
    assert "2020/21, over five years ago; above St Helens as a whole (17.1%) at the 99.8% level" in said


def test_the_answer_names_every_community_once_on_its_side() -> None:
    said = words.answer(register(DEPRESSION), ST_HELENS)
    above, below = said.split(";")
    assert above.startswith("Depression register, 2020/21, over five years ago: ")
    assert (
        "South (18.2%) and Newton & Haydock (17.8%) are above St Helens as a whole (17.1%) at the 99.8% level" in above
    )
    assert "North (16.0%) and Central (14.7%) are below it at the 99.8% level" in below


def test_spinney_lies_outside_the_wide_limits_and_is_said_to() -> None:
    practices = register(DEPRESSION).practices.set_index("area_code")
    assert round(practices.loc["N83035", "value"], 1) == 26.5
    assert practices.loc["N83035", "far"] == 1
    assert "Spinney Medical Centre (26.5%)" in practices_figure(DEPRESSION, ST_HELENS).sentence


@pytest.mark.parametrize("priority", PRIORITIES)
def test_the_funnel_and_the_intervals_never_disagree(priority: str) -> None:
    for indicator_id in reads.registers(priority):
        held = register(indicator_id)
        limits = funnel_limits(held)
        assert set(limits["level"]) == {"95%", "99.8%"}
        far = held.practices[held.practices["far"] != 0]
        assert set(far["band"]) <= {Band.CLEARLY_HIGHER, Band.CLEARLY_LOWER}
        assert held.networks["denominator"].sum() == held.benchmark.denominator


def test_a_community_that_is_chosen_leaves_the_others_grey() -> None:
    said = str(practices_figure(DEPRESSION, SOUTH).spec)
    assert "Other communities" in said
    assert "of South’s 13 practices" in practices_figure(DEPRESSION, SOUTH).sentence
    assert "Other communities" not in str(practices_figure(DEPRESSION, ST_HELENS).spec)


def test_closures_are_counted_among_the_chosen_communitys_own_practices() -> None:
    for area_code in (ST_HELENS, *register(DEPRESSION).networks["network"]):
        figure = practices_figure(DEPRESSION, area_code)
        own = reads.practices()
        held = own[own["practice_code"].isin(register(DEPRESSION).practices["area_code"])]
        held = held if area_code == ST_HELENS else held[held["network_code"] == area_code]
        gone = held[held["status"].isin(["closed", "dormant"])]
        said = [note for note in figure.notes if "closed, merged" in note]
        assert len(said) == (1 if len(gone) else 0)
        if said:
            assert f" {len(held)} practices, " in said[0]
            names = register(DEPRESSION).practices.set_index("area_code").loc[gone["practice_code"], "area_short_name"]
            assert all(name in said[0] for name in names) if len(gone) <= 3 else f", {len(gone)} have" in said[0]
    assert not any("closed" in note for note in practices_figure(DEPRESSION, "U67149").notes)


@pytest.mark.parametrize("indicator", [DEPRESSION, "gp_osteoporosis_qof"])
def test_more_practices_outside_than_chance_would_put_there_is_said(indicator: str) -> None:
    held = register(indicator)
    note = practices_figure(indicator, ST_HELENS).notes[0]
    outside = (held.practices["lower_ci"] > held.benchmark.value) | (held.practices["upper_ci"] < held.benchmark.value)
    assert "With 33 practices in the borough, about 2 would lie outside the 95% limits (dashed) by chance alone" in note
    assert f"; {outside.sum()} do, so the practices differ by more than chance" in note
    assert binomtest(int(outside.sum()), 33, 0.05, alternative="greater").pvalue < 0.05
    assert "one practice outside says little by itself (overdispersion)" in note


def test_as_many_outside_as_chance_would_put_there_is_no_overdispersion() -> None:
    held = register("gp_osteoporosis_qof")
    inside = held.practices[held.practices["band"] == Band.CANNOT_TELL]
    outside = held.practices[held.practices["band"] != Band.CANNOT_TELL].head(3)
    calm = replace(held, practices=pd.concat([inside, outside]))
    assert not calm.is_overdispersed
    note = words.funnel_notes(calm, ST_HELENS)[0]
    assert "3 do. The limits allow for chance and for nothing else." in note


def test_every_table_row_outside_the_limits_says_at_which_level() -> None:
    table = practices_figure(DEPRESSION, ST_HELENS).frame.set_index("Practice")["Against St Helens"]
    assert table["Spinney Medical Centre"] == "above (99.8%)"
    assert set(table) <= {"above (99.8%)", "above (95%)", "can't tell", "below (95%)", "below (99.8%)"}
    communities = networks_figure(DEPRESSION, Scheme.SAFE).frame
    assert "clearly higher (99.8%)" in set(communities["Against St Helens"])


@pytest.mark.parametrize("priority", PRIORITIES)
def test_every_heading_and_caption_of_a_register_says_that_it_is_old(priority: str) -> None:
    for indicator_id in reads.registers(priority):
        old = "2020/21, over five years ago"
        assert old in words.answer(register(indicator_id), ST_HELENS)
        for figure in (practices_figure(indicator_id, ST_HELENS), networks_figure(indicator_id, Scheme.SAFE)):
            assert old == figure.period
            assert old in str(figure.spec)


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert register("gp_copd_qof").noun == "COPD register"


def test_later_percentages_are_in_the_table_and_not_tested() -> None:
    figure = practices_figure("gp_diabetes_qof", ST_HELENS)
    later = figure.frame[figure.frame["Period"] == "2022/23"]
    assert len(later) > 0
    assert set(later["Against St Helens"]) == {"not tested: no interval"}
    assert all("no count is published" in note for note in later["Note"])
    assert any("without counts" in note for note in figure.notes)


def test_a_figure_of_2020_21_names_the_release_of_that_year_as_its_source() -> None:
    assert "2020-21" in networks_figure("gp_diabetes_qof", Scheme.SAFE).source
    assert "2022-23" not in networks_figure("gp_diabetes_qof", Scheme.SAFE).source


def test_rare_conditions_are_shown_with_two_decimals_so_that_differences_are_seen() -> None:
    said = words.answer(register("gp_dementia_qof"), ST_HELENS)
    assert "Central (0.95%) is above St Helens as a whole (0.84%) at the 95% level" in said
    assert "not clearly different from it" in said


def test_readers_are_told_of_age_and_that_no_side_is_good() -> None:
    assert "not adjusted for age" in words.reading_note(register(DEPRESSION))
    assert "Fewer people were weighed in 2020/21" in words.reading_note(register("gp_obesity_qof"))
    assert any("Neither side is good or bad" in note for note in practices_figure(DEPRESSION, ST_HELENS).notes)
    assert "part of the St Helens figure" in networks_figure(DEPRESSION, Scheme.SAFE).notes[0]


def test_a_register_can_be_asked_for_any_year_that_practices_have() -> None:
    assert years_of("gp_diabetes_qof") == {"2020/21": True, "2019/20": True, "2022/23": False, "2021/22": False}
    held = register("gp_diabetes_qof", "2019/20")
    count, of = published("qof_2019_20.csv")["gp_diabetes_qof", SUB_ICB, "2019/20"]
    assert (held.period, held.benchmark.count, held.benchmark.denominator) == ("2019/20", count, of)
    assert len(held.practices) == 34
    with pytest.raises(LookupError, match="2018/19"):
        register("gp_diabetes_qof", "2018/19")


def test_a_later_year_with_counts_is_banded_against_its_own_st_helens_figure() -> None:
    rows = published("qof_2023_24.csv")
    count, of = rows["gp_smoking_qof", SUB_ICB, "2023/24"]
    later = register("gp_smoking_qof", "2022/23").later.set_index("area_code")
    for code, row in later.iterrows():
        by_hand = side(*rows["gp_smoking_qof", str(code), "2023/24"], 100 * count / of)
        assert row["band"] == {1: Band.CLEARLY_HIGHER, 0: Band.CANNOT_TELL, -1: Band.CLEARLY_LOWER}[by_hand]


def test_each_indicator_says_what_it_counts_and_of_whom() -> None:
    def of(indicator: str, count: float, whole: float) -> str:
        return register(indicator).of_patients({"count": count, "denominator": whole})

    assert of("gp_cvd_prevention_qof", 5, 90) == "5 of 90 patients aged 30 to 74"
    assert of("gp_smoking_qof", 5, 90) == "5 of 90 patients aged 15 and over with a smoking record"
    assert of("gp_ae_attendances_0_4", 95, 90) == "95 A&E visits among 90 children aged 0 to 4"
    assert of("gp_antibiotic_items", 5, 90) == "5 of 90 items of all kinds"
    assert register("gp_peripheral_arterial_disease_qof").noun == "peripheral arterial disease register"
    assert register("gp_smoking_qof").noun == "smoking"


def test_without_a_st_helens_figure_nothing_is_banded_but_visits_are_read_against_england() -> None:
    first = register("gp_asthma_qof_all_ages", "2013/14")
    assert first.has_intervals
    assert not first.benchmark.is_held
    assert set(first.practices["band"]) == {Band.NOT_COMPARED}
    assert "No St Helens figure is held for 2013/14" in banded.answer(first, ST_HELENS)
    assert register("gp_ae_attendances_0_4").benchmark.name == "England"
    assert register("gp_imd_score").benchmark.name == "England"
    assert not register("gp_imd_score").is_tested
    assert not register("gp_qof_points").benchmark.is_held


def test_a_funnel_of_another_year_is_drawn_round_that_years_figure() -> None:
    figure = practices_figure("gp_smoking_qof", SOUTH, "2022/23")
    assert "2022/23" in figure.title
    assert "St Helens as a whole (14.8%)" in figure.sentence
    assert "Lower is taken to be better." in figure.notes
    assert not any("Neither side" in note for note in figure.notes)


def test_women_and_men_differ_after_falls_and_only_because_the_intervals_separate() -> None:
    assert groups_figure("falls_admissions_65", "women and men").sentence.startswith("Women and men differ")
    assert groups_figure("at_home_91_days", "women and men").sentence.startswith("No clear difference")
    assert groups_figure("life_expectancy", "women and men").sentence.startswith("Not tested whether women and men")


def test_ages_leave_out_the_group_that_holds_all_the_others() -> None:
    split = split_of("at_home_91_days", "ages")
    assert split is not None
    assert list(split.groups["group"]) == ["65 to 74", "75 to 84", "85 and over"]
    assert split.everyone is not None
    assert split_of("suicide_rate", "women and men") is None


@pytest.mark.parametrize("priority", PRIORITIES)
def test_every_split_offered_can_be_drawn(priority: str) -> None:
    for split in splits_of(priority).values():
        figure = groups_figure(split.indicator_id, split.kind)
        assert figure.spec is not None
        assert len(figure.frame) == len(split.groups) > 1


def test_women_and_men_over_time_are_two_lines() -> None:
    figure = sexes_figure("healthy_life_expectancy")
    assert set(figure.frame["Sex"]) == {"Female", "Male"}
    assert "share years" in figure.notes[0]
