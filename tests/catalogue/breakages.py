"""Deliberate faults: each breaks one place of a copy of the data, and says how the check must name it."""

from collections.abc import Callable
from typing import NamedTuple

from tests.catalogue.data_copy import DataCopy

ST_HELENS = "E08000013"
OBESITY = "observations/fingertips_2026.csv"
WELLBEING = "observations/ons_local_statistics_2026.csv"
CARE = "observations/ascof_2020_21.csv"


class Named(NamedTuple):
    """Where the check must find the fault, and a part of the sentence."""

    file: str
    place: str
    part: str


Breakage = Callable[[DataCopy], Named]
BREAKAGES: list[Breakage] = []


def breakage(function: Breakage) -> Breakage:
    BREAKAGES.append(function)
    return function


# Declarations


@breakage
def wrong_unit(data: DataCopy) -> Named:
    data.line("indicators/year6_obesity.toml", "unit =", 'unit = "percentage"')
    return Named("indicators/year6_obesity.toml", "field unit", "'percentage'; expected one of: count, decile")


@breakage
def bad_toml(data: DataCopy) -> Named:
    data.line("indicators/suicide_rate.toml", "name =", "name = Suicide rate")
    return Named("indicators/suicide_rate.toml", "line 1", "a line that cannot be read")


@breakage
def truncated_toml(data: DataCopy) -> Named:
    path = data.root / "indicators/happiness.toml"
    path.write_bytes(path.read_bytes()[:100].rstrip(b'"\n'))
    return Named("indicators/happiness.toml", "", "text that cannot be read (Unterminated string)")


@breakage
def wrong_encoding(data: DataCopy) -> Named:
    data.append("indicators/life_satisfaction.toml", "# café\n".encode("latin-1"))
    return Named("indicators/life_satisfaction.toml", "line", "byte 0xe9, which is not UTF-8")


@breakage
def missing_field(data: DataCopy) -> Named:
    data.line("indicators/adult_obesity.toml", "why =", "")
    return Named("indicators/adult_obesity.toml", "field why", "nothing; expected text")


@breakage
def unknown_field(data: DataCopy) -> Named:
    data.line("indicators/worthwhile.toml", "decimals =", "decimals = 1\ncolour = 'red'")
    return Named("indicators/worthwhile.toml", "field colour", "an unknown field; expected one of: breaks, decimals")


@breakage
def wrong_type(data: DataCopy) -> Named:
    data.line("indicators/reception_obesity.toml", "decimals =", 'decimals = "1"')
    return Named("indicators/reception_obesity.toml", "field decimals", "'1'; expected a whole number")


@breakage
def wrong_inline_field(data: DataCopy) -> Named:
    data.line("indicators/anxiety.toml", "headline =", 'headline = { sex = "Everyone", age = "16+ yrs" }')
    return Named("indicators/anxiety.toml", "field headline.sex", "'Everyone'; expected one of: Female, Male, Persons")


@breakage
def headline_without_rows(data: DataCopy) -> Named:
    data.line(
        "indicators/life_expectancy_health_index.toml", "headline", 'headline = { sex = "Persons", age = "3 yrs" }'
    )
    return Named("indicators/life_expectancy_health_index.toml", "field headline", "Persons, 3 yrs")


@breakage
def indicator_of_an_unknown_source(data: DataCopy) -> Named:
    data.line("indicators/life_expectancy.toml", "source =", 'source = "hearsay_2020"')
    return Named("indicators/life_expectancy.toml", "field source", "'hearsay_2020', which is not known")


@breakage
def break_in_no_period(data: DataCopy) -> Named:
    data.append("indicators/life_expectancy.toml", b'\n[[breaks]]\nperiod = "soon"\nreason = "A test."\n')
    return Named("indicators/life_expectancy.toml", "field breaks", "'soon', which is not a period")


@breakage
def unknown_focus_area(data: DataCopy) -> Named:
    data.line("indicators/adult_excess_weight.toml", "focus_areas =", 'focus_areas = ["astrology"]')
    return Named("indicators/adult_excess_weight.toml", "field focus_areas", "'astrology', which is not known")


@breakage
def name_too_long(data: DataCopy) -> Named:
    data.line("indicators/preventable_mortality_under_75.toml", "short_name", f'short_name = "{"x" * 33}"')
    return Named("indicators/preventable_mortality_under_75.toml", "field short_name", "33 characters")


@breakage
def multiplier_of_another_unit(data: DataCopy) -> Named:
    data.line("indicators/reablement_offered.toml", "unit =", 'unit = "per_1000"')
    return Named("indicators/reablement_offered.toml", "field multiplier", "100; expected 1000 for per_1000")


@breakage
def indicator_without_figures(data: DataCopy) -> Named:
    text = (data.root / "indicators/life_expectancy_inequality.toml").read_text("utf-8").split("[[")[0]
    data.write("indicators/of_nothing.toml", text.encode())
    return Named("indicators/of_nothing.toml", "", "no figures")


@breakage
def file_name_that_is_no_id(data: DataCopy) -> Named:
    text = (data.root / "sources/fingertips_2026.toml").read_bytes()
    data.write("sources/Finger Tips.toml", text)
    return Named("sources/Finger Tips.toml", "", "the file name 'Finger Tips.toml'")


@breakage
def due_before_retrieved(data: DataCopy) -> Named:
    data.line("sources/fingertips_2026.toml", "next_due", "next_due = 2019-01-01")
    return Named("sources/fingertips_2026.toml", "field next_due", "2019-01-01; expected a date after retrieved")


@breakage
def date_in_quotes(data: DataCopy) -> Named:
    data.line("sources/ods_2026.toml", "retrieved", 'retrieved = "2026-02-30"')
    return Named("sources/ods_2026.toml", "field retrieved", "'2026-02-30'; expected a date")


# Observations


@breakage
def interval_that_excludes_its_value(data: DataCopy) -> Named:
    row = data.set_cell(WELLBEING, "value", "9.9", indicator_id="worthwhile", area_code=ST_HELENS)
    return Named(WELLBEING, f"row {row}, field value", "9.9 outside its interval")


@breakage
def one_limit_only(data: DataCopy) -> Named:
    row = data.set_cell(WELLBEING, "upper_ci", "", indicator_id="happiness", area_code=ST_HELENS)
    return Named(WELLBEING, f"row {row}, field lower_ci", "one limit only")


@breakage
def period_that_cannot_be_read(data: DataCopy) -> Named:
    row = data.set_cell(WELLBEING, "period", "last year", indicator_id="anxiety", area_code=ST_HELENS)
    return Named(WELLBEING, f"row {row}, field period", "'last year', which is not a period")


@breakage
def category_without_its_type(data: DataCopy) -> Named:
    row = data.set_cell(WELLBEING, "category", "Most deprived", indicator_id="anxiety", area_code="E92000001")
    return Named(WELLBEING, f"row {row}, field category", "with category “Most deprived”")


@breakage
def calendar_year_for_an_academic_indicator(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "period", "1999", indicator_id="adult_excess_weight", area_code=ST_HELENS)
    return Named(OBESITY, f"row {row}, field period", "'1999', a calendar period")


@breakage
def unknown_area(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "area_code", "E99999999", indicator_id="life_expectancy", area_code="E92000001")
    return Named(OBESITY, f"row {row}, field area_code", "'E99999999'; expected an area_code of areas/areas.csv")


@breakage
def unknown_indicator(data: DataCopy) -> Named:
    row = data.add_row(OBESITY, ["happyness", ST_HELENS, "2019", "Persons", "All ages", "", "", "5", *[""] * 5])
    return Named(OBESITY, f"row {row}, field indicator_id", "'happyness'; expected an indicator")


@breakage
def duplicate_key(data: DataCopy) -> Named:
    row = data.add_row(CARE, data.row(CARE, 2))
    return Named(CARE, f"row {row}", "the key of row 2 again (")


@breakage
def duplicate_key_in_another_file(data: DataCopy) -> Named:
    file = "observations/ascof_2018_19.csv"
    row = data.add_row(file, data.row(CARE, 3))
    return Named(CARE, "row 3", f"the key of row {row} of {file} again")


@breakage
def figures_of_an_unknown_source(data: DataCopy) -> Named:
    header = (data.root / CARE).read_text("utf-8").splitlines()[0]
    data.write("observations/nowhere_2026.csv", f"{header}\n".encode())
    return Named("observations/nowhere_2026.csv", "", "a source 'nowhere_2026' that is not known")


@breakage
def count_over_denominator(data: DataCopy) -> Named:
    file = "observations/fingertips_2020_download.csv"
    data.set_cell(file, "denominator", "2", indicator_id="social_contact_service_users_fingertips")
    row = data.set_cell(file, "count", "9999", indicator_id="social_contact_service_users_fingertips")
    return Named(file, f"row {row}, field count", "a count of 9999 of 2;")


@breakage
def negative_count(data: DataCopy) -> Named:
    row = data.set_cell(CARE, "count", "-5", indicator_id="at_home_91_days", area_code=ST_HELENS, sex="Male")
    return Named(CARE, f"row {row}, field count", "'-5'; expected a number such as 12.5, 0 or more")


@breakage
def value_that_count_and_denominator_deny(data: DataCopy) -> Named:
    row = data.set_cell(CARE, "value", "50", indicator_id="at_home_91_days", area_code=ST_HELENS, sex="Female")
    return Named(CARE, f"row {row}, field value", "50, while 129 of 201 gives another value")


@breakage
def share_over_the_whole(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "value", "104", indicator_id="adult_excess_weight", area_code="E92000001")
    return Named(OBESITY, f"row {row}, field value", "104 for adult_excess_weight")


@breakage
def blank_value_without_a_reason(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "value", "", indicator_id="year6_obesity", area_code=ST_HELENS)
    return Named(OBESITY, f"row {row}, field value", "a blank value without a reason")


@breakage
def text_for_a_number(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "value", "12,5", indicator_id="year6_obesity", area_code="E92000001")
    return Named(OBESITY, f"row {row}, field value", "'12,5'; expected a number such as 12.5")


@breakage
def number_without_end(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "value", "1e999", indicator_id="reception_obesity", area_code=ST_HELENS)
    return Named(OBESITY, f"row {row}, field value", "'1e999'; expected a number such as 12.5")


@breakage
def placeholder_for_a_blank(data: DataCopy) -> Named:
    row = data.set_cell(OBESITY, "note", "n/a", indicator_id="reception_obesity", area_code="E92000001")
    return Named(OBESITY, f"row {row}, field note", "'n/a'; expected text")


@breakage
def sex_in_other_words(data: DataCopy) -> Named:
    row = data.set_cell("observations/fingertips_2024.csv", "sex", "All", area_code=ST_HELENS)
    return Named("observations/fingertips_2024.csv", f"row {row}, field sex", "'All'; expected one of: Female")


@breakage
def row_with_a_cell_too_many(data: DataCopy) -> Named:
    row = data.add_row("observations/fingertips_2020.csv", ["year6_obesity"] * 14)
    return Named("observations/fingertips_2020.csv", f"row {row}", "14 cells; expected 13 cells")


# Areas and geography


@breakage
def circle_of_areas(data: DataCopy) -> Named:
    row = data.set_cell("areas/areas.csv", "parent_code", "U67149", area_code="E38000172")
    first = data.set_cell("areas/areas.csv", "note", "", area_code="U67149")
    return Named("areas/areas.csv", f"row {min(row, first)}, field parent_code", "a circle of parents")


@breakage
def parent_of_the_wrong_kind(data: DataCopy) -> Named:
    row = data.set_cell("areas/areas.csv", "parent_code", "E92000001", area_code="E02001407")
    return Named("areas/areas.csv", f"row {row}, field parent_code", "a parent that is a country; expected a msoa11")


@breakage
def area_that_ends_before_it_begins(data: DataCopy) -> Named:
    data.set_cell("areas/areas.csv", "valid_from", "2020-01-01", area_code="E08000014")
    row = data.set_cell("areas/areas.csv", "valid_to", "2019-01-01", area_code="E08000014")
    return Named("areas/areas.csv", f"row {row}, field valid_to", "2019-01-01, before valid_from 2020-01-01")


@breakage
def group_of_an_unknown_area(data: DataCopy) -> Named:
    row = data.add_row("areas/area_groups.csv", ["merseyside", "Merseyside", "E00000000"])
    return Named("areas/area_groups.csv", f"row {row}, field area_code", "'E00000000'")


@breakage
def practice_that_closes_before_it_opens(data: DataCopy) -> Named:
    row = data.set_cell("areas/practices.csv", "close_date", "1900-01-01", status="closed")
    return Named("areas/practices.csv", f"row {row}, field close_date", "1900-01-01, before open_date")


@breakage
def practice_of_an_unknown_network(data: DataCopy) -> Named:
    row = data.set_cell("areas/practices.csv", "network_code", "U00000", practice_code="N83001")
    return Named("areas/practices.csv", f"row {row}, field network_code", "'U00000'; expected a network")


@breakage
def number_on_the_map_twice(data: DataCopy) -> Named:
    row = data.set_cell("areas/practices.csv", "map_key", "30", practice_code="N83002")
    return Named("areas/practices.csv", f"row {row}, field map_key", "'30' again")


@breakage
def event_on_no_day(data: DataCopy) -> Named:
    row = data.set_cell("areas/practice_events.csv", "date", "2022-02-30", practice_code="N83016")
    return Named("areas/practice_events.csv", f"row {row}, field date", "'2022-02-30'; expected a date")


@breakage
def negative_list(data: DataCopy) -> Named:
    row = data.set_cell("areas/list_sizes.csv", "patients", "-1", sex="Persons")
    return Named("areas/list_sizes.csv", f"row {row}, field patients", "'-1'; expected a whole number, 0 or more")


@breakage
def missing_column(data: DataCopy) -> Named:
    lines = (data.root / "areas/populations.csv").read_text("utf-8").splitlines()
    cut = [",".join(line.split(",")[:-1]) for line in lines]
    data.write("areas/populations.csv", ("\n".join(cut) + "\n").encode())
    return Named("areas/populations.csv", "row 1, field source_id", "no such column")


@breakage
def decile_eleven(data: DataCopy) -> Named:
    row = data.set_cell("geography/deprivation.csv", "decile", "11", domain="imd")
    return Named("geography/deprivation.csv", f"row {row}, field decile", "'11'; expected a whole number from 1 to 10")


@breakage
def columns_in_another_order(data: DataCopy) -> Named:
    lines = [line.split(",") for line in (data.root / "geography/lookup.csv").read_text("utf-8").splitlines()]
    swapped = [",".join([*cells[:-2], cells[-1], cells[-2]]) for cells in lines]
    data.write("geography/lookup.csv", ("\n".join(swapped) + "\n").encode())
    return Named("geography/lookup.csv", "row 1", "columns in another order")


@breakage
def truncated_table(data: DataCopy) -> Named:
    path = data.root / "geography/place_labels.csv"
    path.write_bytes(path.read_bytes()[:-1])
    return Named("geography/place_labels.csv", "last row", "a last line without a line end")


@breakage
def open_quote(data: DataCopy) -> Named:
    row = len((data.root / "geography/registrations.csv").read_text("utf-8").splitlines()) + 1
    data.append("geography/registrations.csv", b'N83001,"E01006802,2022-07-01\n')
    return Named("geography/registrations.csv", f"row {row}", "a row that cannot be read")


@breakage
def missing_table(data: DataCopy) -> Named:
    (data.root / "geography/distributions.csv").unlink()
    return Named("geography/distributions.csv", "", "no such file")


@breakage
def boundary_of_an_unknown_area(data: DataCopy) -> Named:
    data.edit("geography/boundaries/lsoa11.geojson", '"area_code":"E01006802"', '"area_code":"E01999999"')
    return Named("geography/boundaries/lsoa11.geojson", "feature 1 (E01999999)", "a boundary for 'E01999999'")


@breakage
def boundary_that_is_a_point(data: DataCopy) -> Named:
    point = b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"area_code":"E08000013"},'
    point += b'"geometry":{"type":"Point","coordinates":[-2.7,53.4]}}]}'
    data.write("geography/boundaries/authority.geojson", point)
    return Named("geography/boundaries/authority.geojson", "feature 1 (E08000013)", "a geometry of type 'Point'")


@breakage
def unexpected_file(data: DataCopy) -> Named:
    data.write("areas/areas (copy).csv", b"")
    return Named("areas/areas (copy).csv", "", "an unexpected file")


# The plan


@breakage
def measure_of_an_unknown_indicator(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'indicator = "suicide_rate"', 'indicator = "suicides"')
    return Named("strategy/key_measures.toml", "measure 1.2, field indicator", "'suicides', which is not known")


@breakage
def measure_of_an_unknown_objective(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'objective = "A"', 'objective = "Z"')
    return Named("strategy/key_measures.toml", "measure 1.1, field objective", "'Z'; expected one of: A")


@breakage
def measure_that_does_not_say_what_it_counts(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'counted = "deaths by suicide"\n', "")
    return Named("strategy/key_measures.toml", "measure 1.2, field counted", "nothing; expected what the figure counts")


@breakage
def measure_below_an_unknown_area(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'asks_area = "E12000002"', 'asks_area = "NW"')
    return Named("strategy/key_measures.toml", "measure 1.1, field asks_area", "'NW', which is not known")


@breakage
def measure_best_of_an_unknown_group(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'asks_area = "merseyside"', 'asks_area = "mersey_side"')
    return Named("strategy/key_measures.toml", "measure 3.1, field asks_area", "'mersey_side', which is not known")


@breakage
def measure_below_nothing(data: DataCopy) -> Named:
    words = 'Year 6 to below the NW average"\nasks = "below"\n'
    data.edit("strategy/key_measures.toml", words + 'asks_area = "E12000002"\n', words)
    return Named("strategy/key_measures.toml", "measure 2.2, field asks_area", "nothing; expected an area_code")


@breakage
def change_without_an_amount(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", "asks_amount = 2\n", "")
    return Named("strategy/key_measures.toml", "measure 2.4, field asks_amount", "nothing; expected a number")


@breakage
def amount_for_words_that_name_none(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", 'asks = "nothing"', 'asks = "nothing"\nasks_amount = 1')
    return Named("strategy/key_measures.toml", "measure 3.5, field asks_amount", "1; expected no amount")


@breakage
def area_for_a_change(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", "asks_amount = 10", 'asks_amount = 10\nasks_area = "merseyside"')
    return Named("strategy/key_measures.toml", "measure 3.2, field asks_area", "'merseyside'; expected no area")


@breakage
def change_in_the_wrong_direction(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", "asks_amount = -25", "asks_amount = 25")
    return Named("strategy/key_measures.toml", "measure 3.4, field asks_amount", "25; expected a number above 0 for")


@breakage
def unknown_flag(data: DataCopy) -> Named:
    data.edit("strategy/key_measures.toml", '"match_1_2"', '"no_such_flag"')
    return Named("strategy/key_measures.toml", "measure 1.2, field flags", "'no_such_flag', which is not known")


@breakage
def flag_of_no_kind(data: DataCopy) -> Named:
    data.line("strategy/flags.toml", "kind =", 'kind = "opinion"')
    return Named("strategy/flags.toml", "flag ", "'opinion'; expected one of: contradiction, series_match")


@breakage
def circle_of_items(data: DataCopy) -> Named:
    text = 'kind = "test"\ntitle = "Test"\nsection = "1"\n'
    for item, parent in (("a", "b"), ("b", "a")):
        text += f'[[item]]\nid = "{item}"\ntext = "Test."\nparent = "{parent}"\n'
    data.write("strategy/test.toml", text.encode())
    return Named("strategy/test.toml", "item a, field parent", "a circle of parents: a → b → a")


@breakage
def weights_that_do_not_add(data: DataCopy) -> Named:
    text = (data.root / "strategy/models/contributions.toml").read_text("utf-8")
    data.write("strategy/models/contributions.toml", text.replace("source_weight = 5", "source_weight = 4", 1).encode())
    return Named(
        "strategy/models/contributions.toml", "factor health_behaviours, field source_weight", "parts that add to 29"
    )


@breakage
def model_of_an_indicator_without_a_good_end(data: DataCopy) -> Named:
    data.edit("strategy/models/contributions.toml", '"adults_physically_inactive"', '"children_looked_after"')
    place = "focus_area diet_and_exercise, field indicators"
    return Named("strategy/models/contributions.toml", place, "'children_looked_after', which has no good end")


@breakage
def model_of_practices(data: DataCopy) -> Named:
    data.edit("strategy/models/contributions.toml", '"patients_per_gp"', '"gp_stroke_qof"')
    place = "focus_area access_to_care, field indicators"
    return Named("strategy/models/contributions.toml", place, "'gp_stroke_qof', whose level is practice")


@breakage
def indicator_twice_in_a_model(data: DataCopy) -> Named:
    data.edit("strategy/models/contributions.toml", '"year6_excess_weight"', '"adult_obesity"')
    place = "focus_area diet_and_exercise, field indicators"
    return Named("strategy/models/contributions.toml", place, "'adult_obesity' 2 times; expected each indicator once")


@breakage
def outcome_inside_a_model(data: DataCopy) -> Named:
    data.edit("strategy/models/contributions.toml", '"cancer_screening"', '"life_satisfaction"')
    place = "focus_area quality_of_care, field indicators"
    return Named("strategy/models/contributions.toml", place, "'life_satisfaction', which is an outcome")


@breakage
def focus_area_of_two_models(data: DataCopy) -> Named:
    data.edit("strategy/models/health_index.toml", 'id = "index_crime"', 'id = "community_safety"')
    found = "'community_safety', which is also in strategy/models/contributions.toml"
    return Named("strategy/models/health_index.toml", "id community_safety", found)


@breakage
def item_with_an_unknown_indicator(data: DataCopy) -> Named:
    data.edit("strategy/marmot.toml", 'id = "framework"', 'id = "framework"\nindicators = ["first_steps"]')
    return Named("strategy/marmot.toml", "item framework, field indicators", "'first_steps', which is not known")


@breakage
def supporting_an_unknown_priority(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", 'id = "mental_wellbeing"', 'id = "wellbeing"')
    return Named("strategy/supporting.toml", "priority wellbeing, field id", "'wellbeing', which is not known")


@breakage
def supporting_unknown_indicator(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", '"sports_facilities"', '"sport_facilities"')
    place = "priority tackling_obesity, field group.indicators"
    return Named("strategy/supporting.toml", place, "'sport_facilities', which is not known")


@breakage
def register_among_the_boroughs_indicators(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", '"five_a_day"', '"gp_stroke_qof"')
    place = "priority tackling_obesity, field group.indicators"
    return Named(
        "strategy/supporting.toml", place, "'gp_stroke_qof', whose level is practice; expected an indicator of"
    )


@breakage
def register_that_is_not_of_practices(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", '"gp_obesity_qof"', '"adult_smoking_five_year"')
    place = "priority tackling_obesity, field register.indicator"
    return Named("strategy/supporting.toml", place, "'adult_smoking_five_year', whose level is borough")


@breakage
def supporting_indicator_twice(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", '"crime_severity"', '"crime_severity",\n    "hip_fractures_65"')
    place = "priority resilient_communities, field group.indicators"
    return Named("strategy/supporting.toml", place, "'hip_fractures_65' 2 times; expected each indicator once")


@breakage
def heading_twice(data: DataCopy) -> Named:
    data.edit("strategy/supporting.toml", 'heading = "Services and facilities"', 'heading = "Risk factors"')
    place = "priority tackling_obesity, field group.heading"
    return Named("strategy/supporting.toml", place, "'Risk factors' 2 times; expected each heading once")
