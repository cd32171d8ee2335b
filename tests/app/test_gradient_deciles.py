"""Deprivation and slopes inside the borough, worked again from the published files by hand."""

import csv
from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import log

import pytest
from streamlit.testing.v1 import AppTest

from shcares.style.palette import Scheme
from shcares.ui.inequalities.gradient import answer, deprivation_figures, national, two_dates
from shcares.ui.inequalities.gradient.grouped import Grouping, grouped, groupings_of, withheld_words
from shcares.ui.inequalities.gradient.measured import BY_ID, MEASURES
from shcares.ui.inequalities.gradient.national_figures import national_figure
from shcares.ui.inequalities.gradient.page import VIEWS
from shcares.ui.inequalities.gradient.ranks import rank_of, ranks_figure
from shcares.ui.inequalities.gradient.residents import BASES, OVERALL, TENTHS, Basis, domains_of, patients, residents
from shcares.ui.inequalities.gradient.slope_figures import indices_figure, slope_figure
from shcares.ui.inequalities.gradient.slope_words import attributable_words, cautions
from shcares.ui.inequalities.gradient.steepness import slopes, steepness_figure
from tests.app.by_hand import DATA, ENGLAND, NETWORKS, NORTH, SOUTH, ST_HELENS, members, wilson
from tests.app.conftest import ROOT, words_on
from tests.charts.layers import marks_of

MID_2020, CENSUS = Basis("2019", 2020, "mid_year_estimate"), Basis("2025", 2021, "census")
MID_2015 = Basis("2019", 2015, "imd_denominator")
LSOA = [measure.id for measure in MEASURES if not measure.ground.is_large]


def rows_of(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def deciles(edition: str, domain: str = OVERALL) -> dict[str, int]:
    """Area -> national decile, straight from the file."""
    return {
        row["area_code"]: int(row["decile"])
        for row in rows_of("geography/deprivation.csv")
        if (row["edition"], row["domain"]) == (edition, domain)
    }


@cache
def borough(column: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows_of("geography/lookup.csv"))


@cache
def people(year: str, basis: str) -> dict[str, int]:
    return {
        row["area_code"]: int(row["population"])
        for row in rows_of("areas/populations.csv")
        if (row["year"], row["basis"], row["sex"], row["age_band"]) == (year, basis, "Persons", "All ages")
    }


@cache
def counted(file: str, indicator: str) -> dict[str, tuple[float, float]]:
    """Area -> count and denominator of an indicator without categories."""
    return {
        row["area_code"]: (float(row["count"]), float(row["denominator"]))
        for row in rows_of(f"observations/{file}.csv")
        if row["indicator_id"] == indicator and not row["category"] and row["count"]
    }


def open_gradient(view: str = "", **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=240)
    for name, value in ({"gradient_view": view} if view else {}).items() | parameters.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("pages/inequalities/inside_the_borough.py").run()


def test_the_shares_in_the_most_deprived_fifth_are_those_of_the_two_counts_of_residents() -> None:
    for basis, deprived, everyone, share in ((MID_2015, 75654, 177592, 42.6), (MID_2020, 78604, 181095, 43.4)):
        held = residents(basis, OVERALL)
        assert (held.deprived, held.people) == (deprived, everyone)
        assert round(held.deprived_share, 1) == share


@pytest.mark.parametrize("basis", BASES, ids=lambda basis: basis.label)
def test_every_edition_and_domain_is_counted_as_the_files_have_it(basis: Basis) -> None:
    mine = borough("lsoa21_code" if basis.edition == "2025" else "lsoa11_code")
    held_people = people(str(basis.year), basis.counted)
    for domain in domains_of(basis.edition):
        by_hand: dict[int, int] = defaultdict(int)
        placed = {code: decile for code, decile in deciles(basis.edition, domain).items() if code in mine}
        for code, decile in placed.items():
            by_hand[decile] += held_people[code]
        held = residents(basis, domain)
        assert held.table["people"].tolist() == [by_hand[decile] for decile in TENTHS]
        assert held.people + held.unplaced == sum(held_people[code] for code in mine)


def test_the_residents_of_the_census_sum_to_those_of_all_its_ages() -> None:
    ages = [
        int(row["population"])
        for row in rows_of("areas/populations.csv")
        if row["basis"] == "census" and row["area_code"] in borough("lsoa21_code") and row["age_band"] != "All ages"
    ]
    assert residents(CENSUS, OVERALL).people == 183248
    assert sum(ages) == 183248
    assert residents(CENSUS, "health").people == 183248


def test_only_the_oldest_edition_leaves_residents_out_and_says_how_many() -> None:
    oldest = next(basis for basis in BASES if basis.edition == "2010")
    left = residents(oldest, OVERALL).unplaced
    missing = borough("lsoa11_code") - set(deciles("2010"))
    assert len(missing) == 2
    assert left == sum(people("2015", "imd_denominator")[code] for code in missing)
    assert f"{left:,} residents are in no tenth" in " ".join(deprivation_figures.editions_figure().notes)
    assert all(residents(basis, OVERALL).unplaced == 0 for basis in BASES if basis != oldest)


@pytest.mark.parametrize("network", NETWORKS)
def test_patients_are_counted_by_where_they_live(network: str) -> None:
    lists = [row for row in rows_of("geography/registrations.csv") if row["practice_code"] in members(network)]
    known = deciles("2019")
    deprived = sum(int(row["patients"]) for row in lists if known.get(row["area_code"], 10) <= 2)
    held = patients(network, OVERALL)
    assert held.deprived == deprived
    assert held.people + held.unplaced == sum(int(row["patients"]) for row in lists)
    assert answer.answer(network).sentence.startswith(f"By the 2019 index, {deprived / held.people * 100:.1f}% of ")


def test_no_small_count_of_patients_can_be_read_or_worked_out() -> None:
    few = {
        domain
        for domain in domains_of("2019")
        for network in NETWORKS
        if patients(network, domain).table["people"].between(1, 7).any()
    }
    assert "health" in few
    assert OVERALL not in few
    for domain in domains_of("2019"):
        assert {patients(area, domain).hides for area in (ST_HELENS, *NETWORKS)} == {domain in few}
    figure = deprivation_figures.tenths_figure(SOUTH, MID_2020, "health")
    assert figure.frame["South’s patients: people"].head(10).isna().all()
    assert figure.frame["South’s patients: neighbourhoods"].isna().all()
    columns = marks_of(figure.spec or {}, "bar")[0]["values"]
    assert all(round(column["share"], 1) == column["share"] for column in columns)
    assert "none" not in {column["text"] for column in columns}
    lists = deprivation_figures.lists_figure(ST_HELENS, "health")
    assert lists.frame.filter(like=", people").isna().all(axis=None)
    assert any("rounded shares" in note for note in lists.notes)
    assert lists.frame["In a tenth"].sum() > 0


def test_the_published_ranks_are_said_with_the_number_of_authorities() -> None:
    assert rank_of("2019") == "26th of 317"
    assert rank_of("2025") == "46th of 296"
    table = ranks_figure().frame.set_index("Domain")
    assert table.at["Health and disability", "2019 (of 317)"] == 8
    assert table.at["Employment", "2019 (of 317)"] == 9
    assert "26th of 317 in 2019 (health 8th, employment 9th); 46th of 296" in ranks_figure().sentence


def test_disability_by_tenth_is_the_sum_of_its_neighbourhoods_with_wilsons_interval() -> None:
    held = counted("census_2021", "disability_2021")
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for code, decile in deciles("2025").items():
        if code in borough("lsoa21_code"):
            sums[decile] = [total + part for total, part in zip(sums[decile], held[code], strict=True)]
    table = grouped("disability", Grouping.TENTHS).table.set_index("quantile")
    for decile, (count, of) in sums.items():
        row = table.loc[decile]
        assert (row["count"], row["denominator"]) == (count, of)
        assert (row["lower_ci"], row["upper_ci"]) == pytest.approx(wilson(count, of))
    assert held[ST_HELENS] == (40826, 183255)


def test_the_slope_index_is_the_weighted_line_on_the_logit_scale() -> None:
    gradient = grouped("disability", Grouping.TENTHS).gradient
    n = gradient.table["denominator"].tolist()
    y = [log(value / (100 - value)) for value in gradient.table["value"]]
    total = sum(n)
    rank = [(sum(n[:place]) + part / 2) / total for place, part in enumerate(n)]
    mean_x = sum(part * at for part, at in zip(n, rank, strict=True)) / total
    mean_y = sum(part * up for part, up in zip(n, y, strict=True)) / total
    across = sum(part * (at - mean_x) ** 2 for part, at in zip(n, rank, strict=True))
    slope = sum(part * (at - mean_x) * (up - mean_y) for part, at, up in zip(n, rank, y, strict=True)) / across
    most, least = (1 / (1 + 2.718281828459045 ** -(mean_y + slope * (end - mean_x))) for end in (0, 1))
    assert gradient.sii.value == pytest.approx((least - most) * 100)
    assert gradient.rii.value == pytest.approx(least / most)
    rates = gradient.table["value"].tolist()
    excess = sum(part / total * (rate / rates[-1] - 1) for part, rate in zip(n, rates, strict=True))
    assert gradient.par.value == pytest.approx(excess / (1 + excess) * 100)


@pytest.mark.parametrize("measure_id", BY_ID)
def test_every_group_table_sums_back_to_the_published_row(measure_id: str) -> None:
    for grouping in groupings_of(BY_ID[measure_id]):
        held = grouped(measure_id, grouping)
        row = held.row_of(ST_HELENS)
        if measure_id in ("income", "employment", "older_income"):
            assert row is None
            assert any("no row of the borough with counts is held" in note for note in cautions(held))
        else:
            assert row is not None
            assert (held.count, held.denominator) == (row["count"], row["denominator"])
        total = slope_figure(measure_id, grouping, ENGLAND).frame.set_index(grouping.value).loc["All groups"]
        assert (total["Count"], total["Of"]) == (held.count, held.denominator)


def test_fuel_poor_homes_sum_to_the_published_row_and_have_no_interval_as_they_are_modelled() -> None:
    held = grouped("fuel_poverty", Grouping.FIFTHS)
    assert (held.count, held.denominator) == (11298, 81289)
    assert held.table["lower_ci"].isna().all()
    assert held.gradient.sii.value is not None
    assert held.gradient.sii.lower is None
    assert any("modelled or rounded" in note for note in cautions(held))
    assert any("depends on income" in note for note in cautions(held))


def test_an_empty_tenth_is_drawn_as_none_and_refuses_the_indices() -> None:
    assert 10 not in {deciles("2019")[code] for code in borough("lsoa11_code")}
    held = grouped("fuel_poverty", Grouping.TENTHS)
    assert held.empty == [10]
    assert held.gradient.sii.value is None
    assert groupings_of(BY_ID["fuel_poverty"])[0] is Grouping.FIFTHS
    assert groupings_of(BY_ID["disability"])[0] is Grouping.TENTHS
    figure = slope_figure("fuel_poverty", Grouping.TENTHS, ENGLAND)
    assert "No neighbourhood of the borough is in England’s 10th tenth" in " ".join(figure.notes)
    assert "No slope index" in figure.sentence


@pytest.mark.parametrize("measure_id", LSOA)
def test_the_boroughs_own_fifths_hold_near_equal_numbers_from_the_highest_score_down(measure_id: str) -> None:
    held = grouped(measure_id, Grouping.FIFTHS)
    assert set(held.table["areas"]) <= {23, 24, 25}
    rates = held.table["value"].tolist()
    assert all(first > second for first, second in pairwise(rates))


def test_a_larger_area_split_in_2021_is_made_whole_from_its_parts() -> None:
    held = grouped("unpaid_care", Grouping.FIFTHS)
    assert int(held.table["areas"].sum()) == 23
    assert (held.count, held.denominator) == (20528, 173593)


def test_nothing_is_attributable_where_neither_side_is_bad_and_a_cause_is_always_called_an_assumption() -> None:
    assert "neither a high nor a low share" in attributable_words(grouped("social_rented", Grouping.FIFTHS))
    for measure in MEASURES:
        words = attributable_words(grouped(measure.id, Grouping.FIFTHS))
        assert ("Assumes cause" in words) is (measure.is_bad)
        assert any("not age-standardised" in note for note in cautions(grouped(measure.id, Grouping.FIFTHS)))


def test_measures_near_the_index_say_so() -> None:
    for measure_id in ("social_rented", "deprived", "income", "employment", "fuel_poverty", "overcrowded"):
        assert "construction" in BY_ID[measure_id].circular or "circular" in BY_ID[measure_id].circular


def test_withheld_counts_are_left_out_and_counted() -> None:
    blank = [
        row
        for row in rows_of("observations/iod_2019_underlying.csv")
        if row["indicator_id"] == "iod2019_child_income_deprivation" and not row["count"]
    ]
    assert f"the counts of {len(blank)} neighbourhoods are withheld" in withheld_words()
    assert "iod2019_child_income_deprivation" not in {measure.indicator_id for measure in MEASURES}


def test_change_is_said_only_where_the_intervals_lie_apart() -> None:
    households = two_dates.two_dates("deprived")
    assert households is not None
    assert households.areas == 117
    before, after = households.earlier, households.later
    assert -(after.sii.lower or 0) < -(before.sii.upper or 0)
    assert households.gap == "narrowed"
    assert (before.rii.upper or 0) > (after.rii.lower or 0)
    assert households.ratio == ""
    words = two_dates.change_words("deprived")
    assert "narrowed. The ratio" in words
    assert words.endswith("no change can be told.")
    crowded = two_dates.two_dates("overcrowded")
    assert crowded is not None
    assert (crowded.gap, crowded.ratio) == ("", "")
    assert two_dates.change_words("disability") == two_dates.ONE_DATE
    assert "nothing is said of change" in two_dates.change_words("fuel_poverty")


def test_all_slopes_are_sorted_within_their_kind_and_drawn() -> None:
    held = slopes()
    assert len(held) == len(MEASURES)
    for first, second in pairwise(held):
        if first.measure.kinship == second.measure.kinship:
            assert (first.gradient.sii.value or 0) <= (second.gradient.sii.value or 0)
    figure = steepness_figure(Scheme.SAFE)
    points = marks_of(figure.spec or {}, "point")
    assert any(len(layer["values"]) == len(MEASURES) for layer in points)
    assert figure.frame["Attributable share, %"].isna().sum() == sum(not measure.is_bad for measure in MEASURES)


def test_englands_gradients_are_those_with_deprivation_groups_and_their_slopes_or_reasons() -> None:
    held = national.nationals()
    assert {one.indicator_id for one in held.values()} == {
        row["indicator_id"]
        for file in (DATA / "observations").glob("*.csv")
        for row in rows_of(f"observations/{file.name}")
        if row["category_type"].startswith(("Deprivation decile", "Deprivation fifth"))
    }
    for label, one in held.items():
        figure = national_figure(label)
        assert ("No slope index: " in figure.sentence) is (one.index.sii.value is None)
        assert len(figure.frame) == one.groups
    falls = [one for one in held.values() if one.index.sii.value is not None]
    assert {one.indicator_id for one in falls} == {"falls_admissions_65"}


def test_england_is_tested_by_its_intervals() -> None:
    inactive = next(
        figure for label in national.nationals() for figure in [national_figure(label)] if "nactive" in label
    )
    assert "35.1% and 17.1% and differ" in inactive.sentence
    obesity = next(national_figure(label) for label in national.nationals() if "Year 6" in label)
    assert "28.9% and 14.5%; without intervals their difference is not tested" in obesity.sentence


def test_every_view_opens_without_a_fault() -> None:
    app = open_gradient()
    assert "43.4% of St Helens residents live in England’s most deprived fifth" in words_on(app)
    assert "78,604 of 181,095 in mid-2020; the borough ranked 26th of 317 authorities." in words_on(app)
    for view in VIEWS:
        app = open_gradient(view)
        assert not app.exception, view


def test_a_community_is_answered_with_its_patients_and_keeps_the_borough_beside() -> None:
    app = open_gradient(area="North")
    said = words_on(app)
    assert f"{patients(NORTH, OVERALL).deprived_share:.1f}% of North’s patients" in said
    assert "Of St Helens residents it is 43.4% (mid-2020)." in said
    app = open_gradient(area="South", gradient_index=CENSUS.label)
    assert "only with the index of 2019" in words_on(app)
    figure = deprivation_figures.tenths_figure(SOUTH, MID_2020, OVERALL)
    assert figure.frame["South’s patients: people"].iloc[-1] == patients(SOUTH, OVERALL).people


def test_an_address_opens_the_measure_and_groups_its_sender_saw() -> None:
    app = open_gradient("By tenth", gradient_measure="Fuel poverty (2020)", gradient_groups="England’s tenths")
    assert "Fuel poverty (2020): 4,005 of 20,392 (19.6%) households in the most deprived group" in words_on(app)
    box = next(one for one in app.selectbox if one.label == "Measure")
    box.set_value("unpaid_care").run()
    groups = next(one for one in app.selectbox if one.label == "Groups of neighbourhoods")
    assert groups.value == Grouping.FIFTHS.value
    assert groups.options == [Grouping.FIFTHS.value]
    assert "Unpaid carers (2021): 4,228 of 36,569 (11.6%)" in words_on(app)
    assert not app.exception


def test_the_indices_stand_in_a_table_with_their_intervals_or_the_reason() -> None:
    table = indices_figure("disability", Grouping.TENTHS).frame.set_index("Index")
    sii = table.loc["Slope index, least minus most deprived, percentage points"]
    assert sii["Lower 95% limit"] < sii["Value"] < sii["Upper 95% limit"] < 0
    refused = indices_figure("fuel_poverty", Grouping.TENTHS).frame
    assert refused["Value"].isna().all()
    assert refused["Note"].str.contains("holds no area").any()
