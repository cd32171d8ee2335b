"""Which pages there are, where their links go, and what a wrong address is answered with."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class PageSpec:
    """One page: its file below `pages/`, its words in the navigation, its address."""

    file: str
    title: str
    icon: str
    address: str
    help: str


OVERVIEW = PageSpec(
    "overview/overview.py",
    "Overview",
    ":material/home:",
    "overview",
    "The plan on a page: vision, priorities, every key measure and where it stands.",
)
MENTAL_WELLBEING = PageSpec(
    "priorities/mental_wellbeing.py",
    "Mental Wellbeing",
    ":material/psychology:",
    "mental_wellbeing",
    "Self-harm, suicide, alcohol and quality of life: are we on course, and why.",
)
TACKLING_OBESITY = PageSpec(
    "priorities/tackling_obesity.py",
    "Tackling Obesity",
    ":material/nutrition:",
    "tackling_obesity",
    "Healthy weight, early deaths and healthy life expectancy: are we on course, and why.",
)
RESILIENT_COMMUNITIES = PageSpec(
    "priorities/resilient_communities.py",
    "Resilient Communities",
    ":material/diversity_3:",
    "resilient_communities",
    "Home after hospital, work, falls, social contact and frailty: are we on course, and why.",
)
MAP = PageSpec(
    "places/locality_map.py",
    "Locality map",
    ":material/map:",
    "map",
    "Where each care community’s patients live, deprivation, small-area and practice figures, on one map.",
)
COMMUNITIES = PageSpec(
    "places/care_communities.py",
    "Care communities",
    ":material/groups:",
    "communities",
    "The four networks: their patients, their practices, side by side, and who serves whom.",
)
PRACTICES = PageSpec(
    "places/practices.py",
    "Practices",
    ":material/local_hospital:",
    "practices",
    "Every GP practice of the plan, what became of it, its patients and its registers.",
)
MODEL = PageSpec(
    "inequalities/what_shapes_health.py",
    "What shapes health",
    ":material/donut_small:",
    "model",
    "The plan’s model of what contributes to health, and the figures that hang on each of its parts.",
)
GAP = PageSpec(
    "inequalities/where_the_gap_lies.py",
    "Where the gap lies",
    ":material/stairs:",
    "gap",
    "The model’s parts weighted and added up: where the borough’s gap to England lies, and how sure that is.",
)
GRADIENT = PageSpec(
    "inequalities/inside_the_borough.py",
    "Inside the borough",
    ":material/trending_down:",
    "gradient",
    "How health, and what shapes it, change from the most to the least deprived neighbourhoods.",
)
BY_PLACE = PageSpec(
    "inequalities/priorities_by_place.py",
    "Priorities by place",
    ":material/format_list_numbered:",
    "by_place",
    "For each care community: where its people carry a higher burden than the four together, tested.",
)
MARMOT = PageSpec(
    "inequalities/marmot_goals.py",
    "Marmot goals",
    ":material/child_care:",
    "marmot",
    "The plan’s two goals and its actions for young people, with the figures that would show them moving.",
)
EXPLORE = PageSpec(
    "explore/explore.py",
    "Explore an indicator",
    ":material/query_stats:",
    "explore",
    "Any indicator, any areas, any periods: over time, compared, spread out, against another, by group, as a table.",
)
PROFILE = PageSpec(
    "explore/area_profile.py",
    "Area profile",
    ":material/location_city:",
    "profile",
    "One authority of the city region on every indicator, against England and its region.",
)
STORIES = PageSpec(
    "present/stories.py",
    "Stories",
    ":material/co_present:",
    "stories",
    "Stories to tell a room: ready ones, and your own of figures pinned on any page.",
)
TAKE_AWAY = PageSpec(
    "present/take_away.py",
    "Packs and sheets",
    ":material/archive:",
    "take_away",
    "A meeting pack for one care community or all, and a sheet of paper for every practice.",
)
GLOSSARY = PageSpec(
    "reference/glossary.py",
    "Glossary",
    ":material/dictionary:",
    "glossary",
    "Every word of the trade used here, in plain English.",
)
FIGURE = PageSpec(
    "reference/figure.py",
    "One figure",
    ":material/data_object:",
    "figure",
    "A figure by its ID: what was asked of the store for it, its sources, its method.",
)
LIBRARY = PageSpec(
    "reference/library.py",
    "Indicator library",
    ":material/menu_book:",
    "library",
    "Every indicator: what it means, how it is worked out, who publishes it, its values.",
)
PLAN_CHECK = PageSpec(
    "reference/plan_check.py",
    "Plan check",
    ":material/fact_check:",
    "plan_check",
    "Every printed target against its own words and against the published series.",
)
NOT_FOUND = PageSpec(
    "reference/not_found.py",
    "No such page",
    ":material/help:",
    "no_such_page",
    "What to do when an address names no page.",
)
PRIORITIES = {spec.address: spec for spec in (MENTAL_WELLBEING, TACKLING_OBESITY, RESILIENT_COMMUNITIES)}
SECTIONS = {
    "": (OVERVIEW, *PRIORITIES.values()),
    "Places": (MAP, COMMUNITIES, PRACTICES),
    "Inequalities": (MODEL, GAP, GRADIENT, BY_PLACE, MARMOT),
    "Explore": (EXPLORE, PROFILE),
    "Present": (STORIES, TAKE_AWAY),
    "Reference": (LIBRARY, PLAN_CHECK, GLOSSARY),
}
"""Pages by heading of the navigation; those under no heading are one click away."""


HIDDEN = (FIGURE, NOT_FOUND)
"""Pages one only comes to by a link."""


def path_of(spec: PageSpec) -> str:
    """The page's file as Streamlit wants it for links."""
    return str(PAGES / spec.file)


def navigation() -> StreamlitPage:
    """Draw the navigation and answer the page asked for; the first page is the default."""
    pages = {section: [_page(spec) for spec in specs] for section, specs in SECTIONS.items()}
    pages["Reference"] = [*pages["Reference"], *(_page(spec) for spec in HIDDEN)]
    return st.navigation(pages, position="top")


def _page(spec: PageSpec) -> StreamlitPage:
    return st.Page(
        PAGES / spec.file,
        title=spec.title,
        icon=spec.icon,
        url_path=spec.address,
        help=spec.help,
        default=spec is OVERVIEW,
        visibility="hidden" if spec in HIDDEN else "visible",
    )


def run(page: StreamlitPage) -> None:
    """Run the page, or help when the address names none."""
    wrong = unknown_address()
    if wrong:
        show_not_found(wrong)
    else:
        page.run()


def unknown_address() -> str:
    """The path asked for, where it names no page; else nothing."""
    url = st.context.url
    address = urlsplit(url).path.strip("/") if url else ""
    return "" if not address or address in addresses() else address


def addresses() -> frozenset[str]:
    """Every address that is a page of its own."""
    return frozenset(spec.address for specs in SECTIONS.values() for spec in specs) | {spec.address for spec in HIDDEN}


def show_not_found(address: str) -> None:
    """Say there is no such page and offer the nearest one and all the others."""
    specs = {spec.address: spec for group in SECTIONS.values() for spec in group}
    near = get_close_matches(address.split("/")[-1], specs, n=1, cutoff=0.5)
    st.title("There is no page at this address")
    st.markdown(f"Nothing lives at **/{address}**. The address may be mistyped, or the page may have moved.")
    if near:
        st.page_link(
            path_of(specs[near[0]]), label=f"Did you mean {specs[near[0]].title}?", icon=":material/arrow_forward:"
        )
    st.markdown("Or start from one of these:")
    for spec in specs.values():
        st.page_link(path_of(spec), label=f"{spec.title}: {spec.help}", icon=spec.icon)
