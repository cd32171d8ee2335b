"""Every CSV table of data/: where it lies, its columns in order, and the columns that name one row."""

from dataclasses import dataclass

from shcares.catalogue.columns import Column, day, edition, number, text, whole, word
from shcares.domain.vocabulary import AreaType, Sex

SOURCE = text("source_id", refers="source")
LONGITUDE = (-9.0, 2.0)
LATITUDE = (49.0, 61.0)
DOMAINS = (
    *("imd", "income", "employment", "education", "health", "crime", "housing", "environment"),
    *("idaci", "idaopi"),
)
EVENTS = ("merged_into", "took_in", "renamed", "moved", "closed", "dormant", "left_network")


@dataclass(frozen=True)
class Table:
    """One kind of table; `path` is its file below data/, or a pattern where there are many."""

    name: str
    path: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.name for column in self.columns)


OBSERVATION = Table(
    "observation",
    "observations/*.csv",
    ("indicator_id", "area_code", "period", "sex", "age", "category_type", "category"),
    (
        text("indicator_id", refers="indicator"),
        text("area_code", refers="area"),
        text("period"),
        word("sex", Sex),
        text("age"),
        text("category_type", blank=True),
        text("category", blank=True),
        number("value", blank=True),
        number("lower_ci", blank=True),
        number("upper_ci", blank=True),
        number("count", 0, blank=True),
        number("denominator", 0, blank=True),
        text("note", blank=True),
    ),
)
AREA = Table(
    "area",
    "areas/areas.csv",
    ("area_code",),
    (
        text("area_code"),
        text("name"),
        text("short_name"),
        word("area_type", AreaType),
        text("parent_code", blank=True, refers="area"),
        day("valid_from", blank=True),
        day("valid_to", blank=True),
        text("continued_as", blank=True, refers="area"),
        text("note", blank=True),
    ),
)
AREA_GROUP = Table(
    "area_group",
    "areas/area_groups.csv",
    ("group_id", "area_code"),
    (text("group_id"), text("group_name"), text("area_code", refers="area")),
)
PRACTICE = Table(
    "practice",
    "areas/practices.csv",
    ("practice_code",),
    (
        text("practice_code", refers="practice"),
        text("official_name"),
        text("plan_name", blank=True),
        whole("map_key", 1, 33, blank=True),
        text("plan_network", blank=True),
        text("network_code", blank=True, refers="network"),
        word("status", ("active", "dormant", "closed")),
        day("open_date", blank=True),
        day("close_date", blank=True),
        text("address", blank=True),
        text("postcode", blank=True),
        number("longitude", *LONGITUDE, blank=True),
        number("latitude", *LATITUDE, blank=True),
        word("match", ("confirmed", "by_elimination", "not_in_plan")),
        text("note", blank=True),
        SOURCE,
    ),
)
PRACTICE_EVENT = Table(
    "practice_event",
    "areas/practice_events.csv",
    ("practice_code", "date", "event", "other_code"),
    (
        text("practice_code", refers="practice"),
        day("date", blank=True),
        word("event", EVENTS),
        text("other_code", blank=True, refers="practice"),
        word("certainty", ("published", "inferred")),
        text("note", blank=True),
        SOURCE,
    ),
)
LIST_SIZE = Table(
    "list_size",
    "areas/list_sizes.csv",
    ("area_code", "date", "sex", "age_band", "basis"),
    (
        text("area_code", refers="area"),
        day("date"),
        word("sex", Sex),
        text("age_band"),
        whole("patients", blank=True),
        word("basis", ("registered", "qof", "nhsbsa")),
        SOURCE,
    ),
)
POPULATION = Table(
    "population",
    "areas/populations.csv",
    ("area_code", "year", "basis", "sex", "age_band"),
    (
        text("area_code", refers="area"),
        whole("year", 1981, 2100),
        word("basis", ("mid_year_estimate", "imd_denominator", "census")),
        word("sex", Sex),
        text("age_band"),
        whole("population"),
        SOURCE,
    ),
)
REGISTRATION = Table(
    "registration",
    "geography/registrations.csv",
    ("practice_code", "area_code", "date"),
    (
        text("practice_code", refers="practice"),
        text("area_code", blank=True, refers="area"),
        day("date"),
        whole("patients"),
        SOURCE,
    ),
)
DEPRIVATION = Table(
    "deprivation",
    "geography/deprivation.csv",
    ("edition", "area_code", "domain"),
    (
        edition("edition", 2010, 2015, 2019, 2025),
        text("area_code", refers="area"),
        word("domain", DOMAINS),
        number("score", blank=True),
        whole("rank", 1, blank=True),
        whole("decile", 1, 10, blank=True),
        SOURCE,
    ),
)
LOOKUP = Table(
    "lookup",
    "geography/lookup.csv",
    ("lsoa11_code", "lsoa21_code"),
    (
        text("lsoa11_code", refers="lsoa11"),
        text("lsoa21_code", refers="lsoa21"),
        text("change"),
        text("msoa11_code", refers="msoa11"),
        text("ward19_code", refers="ward19"),
        text("ward24_code", refers="ward24"),
    ),
)
DISTRIBUTION = Table(
    "distribution",
    "geography/distributions.csv",
    ("indicator_id", "area_type", "period", "quantile"),
    (
        text("indicator_id", refers="indicator"),
        word("area_type", AreaType),
        text("period"),
        number("quantile", 0, 1),
        number("value"),
        whole("areas", 1),
        SOURCE,
    ),
)
PLACE_LABEL = Table(
    "place_label",
    "geography/place_labels.csv",
    ("name", "kind"),
    (text("name"), text("kind"), number("longitude", *LONGITUDE), number("latitude", *LATITUDE), SOURCE),
)
VINTAGE = Table(
    "vintage",
    "strategy/vintages.csv",
    ("indicator_id", "area_code", "sex", "period", "extract"),
    (
        text("indicator_id", refers="indicator"),
        text("area_code", refers="area"),
        word("sex", Sex),
        text("period"),
        whole("extract", 2000, 2100),
        number("value"),
    ),
)

SINGLE_TABLES = (
    AREA,
    AREA_GROUP,
    PRACTICE,
    PRACTICE_EVENT,
    LIST_SIZE,
    POPULATION,
    REGISTRATION,
    DEPRIVATION,
    LOOKUP,
    DISTRIBUTION,
    PLACE_LABEL,
    VINTAGE,
)
