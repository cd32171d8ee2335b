"""Everyday questions of the three people who use the pages: where each begins, what they do, what they must read."""

from collections.abc import Callable
from dataclasses import dataclass

from shcares.store.connection import Store
from tests.app import everyday_answers as say
from tests.app import everyday_places as places
from tests.app import everyday_plan as plan
from tests.app.everyday_visit import Action, choose, press, search, unfold, view

LEAD, ANALYST, PRESENTER = "PCN lead", "public-health analyst", "presenter"
FIND_INDICATOR = "Search names, definitions and the plan’s words"
FIND_PLACE = "Find a place or practice"
FIND_PRACTICE = "Practice, by any of its names or its code"


@dataclass(frozen=True)
class Question:
    """Who asks what, the page it starts from, at most three actions, and what the store answers.

    An answer in a list is several, each in its own place on the screen; `…` inside one stands for other words of the
    same sentence, row or card.
    """

    who: str
    asks: str
    page: str
    actions: tuple[Action, ...]
    answer: Callable[[Store], str | list[str]]


def _asker(who: str) -> Callable[..., Question]:
    def ask(asks: str, page: str, *actions: Action, answer: Callable[[Store], str | list[str]]) -> Question:
        return Question(who, asks, page, actions, answer)

    return ask


lead, analyst, presenter = _asker(LEAD), _asker(ANALYST), _asker(PRESENTER)

LEADS = [
    lead(
        "How many patients has my network, Newton & Haydock, now?",
        "communities",
        choose("Area", "Newton & Haydock"),
        answer=places.patients_of("Newton & Haydock"),
    ),
    lead(
        "How many of South’s patients live in the most deprived fifth of England?",
        "communities",
        choose("Area", "South"),
        answer=places.deprived_patients_of("South"),
    ),
    lead("How fast has Central’s list grown?", "communities", answer=places.growth_of("Central")),
    lead("Is it true that North has the oldest patients?", "communities", answer=places.older_patients("North")),
    lead(
        "Does Central really have less depression than the borough, or is that chance?",
        "communities",
        view("Side by side"),
        answer=places.community_on_register("gp_depression_qof_practice", "Central", "2020/21", "clearly lower"),
    ),
    lead(
        "Which practice has the highest share of patients with diabetes?",
        "communities",
        view("Its practices"),
        answer=places.register_of("gp_diabetes_qof", "Lingholme Health Centre", "2020/21"),
    ),
    lead(
        "Which community has most patients in this corner of Thatto Heath?",
        "map",
        choose(FIND_PLACE, "Thatto Heath and Lea Green (019F)"),
        answer=places.most_patients_in("Thatto Heath and Lea Green (019F)"),
    ),
    lead(
        "How deprived is that corner?",
        "map",
        choose("Map shows", "Deprivation"),
        choose(FIND_PLACE, "Thatto Heath and Lea Green (019F)"),
        answer=places.deprivation_of("Thatto Heath and Lea Green (019F)", "2019"),
    ),
    lead(
        "What became of Cornerstone Surgery’s patients?",
        "practices",
        choose(FIND_PRACTICE, "Cornerstone Surgery"),
        answer=places.practice_event("Cornerstone Surgery", "Atlas Medical Practice"),
    ),
    lead(
        "What is Park House Surgery called now?",
        "practices",
        view("All practices of the plan"),
        answer=places.renamed("Park House Surgery"),
    ),
    lead(
        "How many patients has Modality St Helens?",
        "practices",
        choose(FIND_PRACTICE, "Modality St Helens"),
        answer=places.list_of("Modality St Helens"),
    ),
    lead(
        "Is Lingholme’s diabetes register above the borough’s?",
        "practices",
        choose(FIND_PRACTICE, "Lingholme Health Centre"),
        unfold("95% intervals"),
        answer=places.register_row("gp_diabetes_qof", "Lingholme Health Centre", "2020/21"),
    ),
    lead(
        "How many of Central’s patients are on the obesity register?",
        "tackling_obesity",
        view("Practices"),
        answer=places.count_on_register("gp_obesity_qof", "Central", "2020/21"),
    ),
    lead(
        "And how many of North’s are on the diabetes register?",
        "tackling_obesity",
        view("Practices"),
        choose("Register kept by GP practices", "Diabetes"),
        answer=places.count_on_register("gp_diabetes_qof", "North", "2020/21"),
    ),
    lead(
        "Is adult obesity in the borough worse than England, and is that sure?",
        "tackling_obesity",
        view("Around the measures"),
        answer=say.interval_of("adult_obesity"),
    ),
]

ANALYSTS = [
    analyst("Is year 6 obesity on course for its target?", "tackling_obesity", answer=plan.on_course("2.2")),
    analyst("Which measures have no usable target, and why?", "overview", answer=plan.without_a_target),
    analyst(
        "Are falls admissions really above England?",
        "resilient_communities",
        answer=say.worse_than_england("falls_admissions_65"),
    ),
    analyst(
        "Does the target for under-18 alcohol admissions halve the baseline, as the plan says?",
        "plan_check",
        answer=plan.change_asked("1.3"),
    ),
    analyst(
        "Which published figure is the plan’s self-harm baseline?",
        "plan_check",
        answer=plan.baseline_beside("1.1", "self_harm_admissions_10_24", "2018/19"),
    ),
    analyst(
        "What exactly does year 6 obesity count?",
        "library?indicator=year6_obesity",
        view("What it means"),
        answer=say.definition("year6_obesity"),
    ),
    analyst(
        "Who publishes tooth decay at five, under which licence, and when is it next due?",
        "library",
        search(FIND_INDICATOR, "visible tooth decay"),
        view("What it means"),
        answer=say.published("tooth_decay_5_year_olds"),
    ),
    analyst(
        "Which source and edition does figure TR-QRCD rest on?",
        "figure",
        search("Figure ID", "TR-QRCD"),
        answer=say.edition("year6_obesity"),
    ),
    analyst(
        "What was year 6 obesity in Knowsley in 2018/19?",
        "library?indicator=year6_obesity",
        view("All values"),
        answer=say.one_value("year6_obesity", "Knowsley", "2018/19"),
    ),
    analyst(
        "How wide is the gap in women’s life expectancy inside the borough?",
        "gradient",
        view("Length of life"),
        answer=places.life_gap("Female", "Women"),
    ),
    analyst(
        "What rank has the borough for health in the indices of 2019 and 2025?",
        "gradient",
        answer=places.index_rank("Health and disability"),
    ),
    analyst(
        "How many are disabled in the most deprived tenth, and in the least?",
        "gradient",
        view("By tenth"),
        answer=places.ends_of("disability_2021", "2025"),
    ),
    analyst("How sure is the borough’s rank on the plan’s model?", "gap", answer=places.rank_of_the_whole),
    analyst(
        "On which indicator does the borough stand out most?",
        "gap",
        view("What it stands on"),
        answer=places.worst_indicator,
    ),
    analyst(
        "How much does employment weigh in the model?",
        "model",
        choose("Focus area", "Employment"),
        answer=places.weight("Employment"),
    ),
    analyst(
        "How far is year 6 obesity here from Knowsley’s?",
        "tackling_obesity",
        view("Compare and explain"),
        choose("Indicator", "Obesity in year 6 children"),
        choose("Second area", "Knowsley"),
        answer=say.difference_from("year6_obesity", "E08000011"),
    ),
]

PRESENTERS = [
    presenter("What is our vision, word for word?", "overview", answer=plan.plan_says("vision")),
    presenter("How many of the plan’s measures cannot be judged?", "overview", answer=plan.how_many_unusable),
    presenter("What is the target for healthy life expectancy?", "overview", answer=plan.target("2.4")),
    presenter("Has year 6 obesity gone up or down?", "overview", answer=plan.step_of("2.2")),
    presenter(
        "How long can a girl born here expect to live, and in England?",
        "overview",
        answer=say.around_england("life_expectancy", "Female"),
    ),
    presenter("How many patients are there in all?", "overview", answer=places.patients_of_all),
    presenter("How many of the plan’s practices are still open?", "overview", answer=places.still_open),
    presenter(
        "How many residents live in the most deprived fifth of England?",
        "overview",
        answer=places.residents_in_most_deprived_fifth,
    ),
    presenter(
        "How many neighbourhoods are in the most deprived tenth?",
        "map",
        press("Deprivation"),
        answer=places.deprived_neighbourhoods,
    ),
    presenter(
        "What is a slope index, in plain words?",
        "glossary",
        search("Find a word", "slope index"),
        answer=say.meaning("SII"),
    ),
    presenter("And what is the IMD?", "glossary", search("Find a word", "IMD"), answer=say.meaning("IMD")),
    presenter("Are there 33 practices in the plan, or 34?", "plan_check", answer=plan.flag("practices_34_or_33")),
    presenter(
        "How far behind are children on free meals at five?",
        "marmot",
        view("The gap between children"),
        answer=places.gap_between("good_level_of_development_fsm", "good_level_of_development_not_fsm"),
    ),
    presenter(
        "How many slides has the story for the Mental Health Summit?",
        "stories",
        answer=say.slides_of("mental_health_summit"),
    ),
    presenter(
        "And how many has the plan on ten slides, really?", "stories", answer=say.slides_of("plan_on_ten_slides")
    ),
    presenter(
        "How many practice sheets are in the pack for a network meeting?",
        "take_away",
        choose("Care community", "North"),
        answer=places.pack_of("North"),
    ),
]

EXPLORING = [
    analyst(
        "Where does St Helens stand among England’s authorities on year 6 obesity?",
        "explore",
        choose("Indicator", "Obesity in year 6 children"),
        choose("Areas", "All"),
        view("Spread"),
        answer=say.quarter_among_authorities("year6_obesity"),
    ),
    lead(
        "Which of the six boroughs has most and least year 6 obesity?",
        "explore",
        choose("Indicator", "Obesity in year 6 children"),
        choose("Areas", "City region authorities"),
        view("Compared"),
        answer=say.extremes_in_city_region("year6_obesity"),
    ),
    analyst(
        "Do year 6 obesity and deprivation go together over the authorities?",
        "explore",
        choose("Indicator", "Obesity in year 6 children"),
        view("Against another"),
        choose("Against", "Average deprivation score (overall index)"),
        answer=say.correlation("year6_obesity", "deprivation_average_score"),
    ),
    presenter(
        "What was year 6 obesity at the first count, and what is it now?",
        "explore",
        choose("Indicator", "Obesity in year 6 children"),
        answer=say.then_and_now("year6_obesity"),
    ),
    presenter(
        "How many adults smoke here, and how many did in 2011?",
        "explore",
        search("Find by any word", "adult smoking"),
        answer=say.then_and_now("adult_smoking"),
    ),
    analyst(
        "How many adults smoked in Halton in 2019?",
        "explore",
        search("Find by any word", "adult smoking"),
        choose("Named areas", "Halton"),
        view("Table"),
        answer=say.one_value("adult_smoking", "Halton", "2019"),
    ),
    lead(
        "How many adults smoke in Knowsley, next door to us?",
        "profile",
        choose("Authority", "Knowsley"),
        choose("Topic", "Smoking"),
        unfold("Knowsley, Smoking"),
        answer=say.one_value("adult_smoking", "Knowsley", "2024", label="Adult smoking"),
    ),
]

QUESTIONS = (*LEADS, *ANALYSTS, *PRESENTERS, *EXPLORING)
