"""What the store answers of communities, practices and neighbourhoods, and of what is unequal between them."""

from typing import Any

from shcares.domain.areas import ENGLAND, ST_HELENS, SUB_ICB
from shcares.domain.vocabulary import AreaType
from shcares.store import queries
from shcares.store.connection import Store
from shcares.style import formats, sentences
from tests.app.everyday_answers import Asked, day, latest, one, share, then, written


def network(store: Store, name: str) -> Any:
    """The newest list of a care community."""
    return one(queries.registered_patients(store), area_short_name=name, area_type=AreaType.NETWORK)


def patients_of(name: str) -> Asked:
    """How many patients a care community has, and when."""

    def answer(store: Store) -> str:
        held = network(store, name)
        return f"{name} had {formats.number(held.patients)} patients on {day(held.date)}"

    return answer


def patients_of_all(store: Store) -> str:
    """The four lists together."""
    rows = queries.registered_patients(store)
    rows = rows[rows["area_type"] == AreaType.NETWORK]
    return then("Registered patients", formats.number(rows["patients"].sum()), day(rows["date"].max()))


def list_of(practice: str) -> Asked:
    """A practice's newest list."""

    def answer(store: Store) -> str:
        held = one(queries.registered_patients(store), area_short_name=practice)
        return then(f"{practice}, in the", f"{formats.number(held.patients)} registered patients ({day(held.date)})")

    return answer


def growth_of(name: str) -> Asked:
    """How a list changed from the first day held to the newest, in per cent."""

    def answer(store: Store) -> str:
        rows = queries.list_sizes(store, [network(store, name).area_code]).sort_values("date")
        change = (rows["patients"].iloc[-1] / rows["patients"].iloc[0] - 1) * 100
        sign = "+" if change > 0 else ""
        return f"{name} {sign}{formats.number(change, 1)}%"

    return answer


def deprived_patients_of(name: str) -> Asked:
    """Patients of a list who live in England's most deprived fifth, of those whose neighbourhood is known."""

    def answer(store: Store) -> str:
        rows = queries.deprivation_of_patients(store)
        known = rows[rows["network_short_name"].eq(name) & rows["decile"].notna()]
        everyone = known["patients"].sum()
        fifth = known.loc[known["decile"] <= 2, "patients"].sum()
        return then(share(fifth, everyone), f"{formats.number(fifth)} of {formats.number(everyone)}")

    return answer


def practice_event(practice: str, other: str) -> Asked:
    """That a practice's patients went to another, and how sure that is."""

    def answer(store: Store) -> str:
        rows = queries.practice_events(store)
        found = rows[(rows["short_name"] == practice) & (rows["other_short_name"] == other)]
        assert len(found) and found["certainty"].str.contains("inferred").any()
        return then(practice, other, "inferred")

    return answer


def still_open(store: Store) -> str:
    """How many of the plan's practices are open."""
    rows = queries.practices(store).dropna(subset=["map_key"])
    return then("still open", f"{(rows['status'] == 'active').sum()} of {len(rows)}")


def renamed(plan_name: str) -> Asked:
    """What a practice of the plan is called now, and its code."""

    def answer(store: Store) -> str:
        found = one(queries.practices(store), plan_name=plan_name)
        return then(plan_name, found.short_name, found.practice_code)

    return answer


def register_of(indicator: str, practice: str, period: str) -> Asked:
    """A practice on a register: its percentage, the borough's, and that the whole interval lies above it."""

    def answer(store: Store) -> str:
        code = one(queries.practices(store), short_name=practice).practice_code
        rows = queries.observations(store, [indicator], [code, SUB_ICB], headline_only=True)
        here, borough = one(rows, period=period, area_code=code), one(rows, period=period, area_code=SUB_ICB)
        assert here.lower_ci > borough.value
        return then(f"{borough.value:.1f}%", f"{practice} ({formats.number(here.value, 1)}%, clearly higher)")

    return answer


def register_row(indicator: str, practice: str, period: str) -> Asked:
    """The same in a row of the table: the percentage with its interval, the borough's, the word."""

    def answer(store: Store) -> str:
        code = one(queries.practices(store), short_name=practice).practice_code
        rows = queries.observations(store, [indicator], [code, SUB_ICB], headline_only=True)
        here, borough = one(rows, period=period, area_code=code), one(rows, period=period, area_code=SUB_ICB)
        assert here.lower_ci > borough.value
        written_out = [f"{value:.2f}" for value in (here.value, here.lower_ci, here.upper_ci, borough.value)]
        return then("Diabetes", period, *written_out, "clearly higher")

    return answer


def pack_of(name: str) -> Asked:
    """What is in the pack of a care community: a sheet for each of its practices too."""

    def answer(store: Store) -> str:
        sheets = queries.practices(store)["network_short_name"].eq(name).sum()
        return then("practices/", "A sheet of paper for each practice", f"{sheets} of one page")

    return answer


def community_on_register(indicator: str, name: str, period: str, word: str) -> Asked:
    """A care community's percentage on a register, as a column of the table."""

    def answer(store: Store) -> str:
        row = one(queries.observations(store, [indicator], [network(store, name).area_code]), period=period)
        return then(period, f"{name} {formats.number(row.value, 1)}%", word)

    return answer


def count_on_register(indicator: str, name: str, period: str) -> Asked:
    """A care community's patients on a register, of how many, and the percentage."""

    def answer(store: Store) -> str:
        row = one(queries.observations(store, [indicator], [network(store, name).area_code]), period=period)
        counts = f"{formats.number(row.count)} of {formats.number(row.denominator)}"
        return f"{name} {counts}, {formats.number(row.value, 1)}%"

    return answer


def older_patients(name: str) -> Asked:
    """The share of a list aged 65 or over."""

    def answer(store: Store) -> str:
        rows = queries.list_sizes(store, basis="nhsbsa")
        mine = set(queries.practices(store).query("network_short_name == @name")["practice_code"])
        rows = rows[rows["area_code"].isin(mine) & (rows["date"] == rows.loc[rows["age_band"] == "75+", "date"].max())]
        bands = rows[(rows["age_band"] != "All ages") & rows["sex"].ne("Persons")]
        old = bands.loc[bands["age_band"].isin(["65-74", "75+"]), "patients"].sum()
        return f"{name} {share(old, bands['patients'].sum())}"

    return answer


def most_patients_in(neighbourhood: str) -> Asked:
    """Which community has most of a neighbourhood's people, how many, of how many on the four lists."""

    def answer(store: Store) -> str:
        rows = queries.registrations(store)
        rows = rows[rows["area_short_name"] == neighbourhood].dropna(subset=["network_code"])
        names = queries.areas(store, [AreaType.NETWORK]).set_index("area_code")["short_name"]
        counts = rows.groupby("network_code")["patients"].sum().sort_values(ascending=False)
        most, people = names[counts.index[0]], counts.iloc[0]
        return f"{most}: {formats.number(people)} of {formats.number(counts.sum())} registered residents"

    return answer


def deprivation_of(neighbourhood: str, edition: str) -> Asked:
    """A neighbourhood's place in the index."""

    def answer(store: Store) -> str:
        row = one(queries.small_area_deprivation(store, edition), area_short_name=neighbourhood)
        return then(f"the {sentences.ordinal(int(row.decile))} tenth of England", f"rank {formats.number(row.rank)}")

    return answer


def residents_in_most_deprived_fifth(store: Store) -> str:
    """The share of residents in England's most deprived fifth, by the index of 2019."""
    rows = queries.deprivation_of_residents(store, "2019")
    fifth = rows.loc[rows["decile"] <= 2, "residents"].sum()
    return then("most deprived fifth", share(fifth, rows["residents"].sum()))


def deprived_neighbourhoods(store: Store) -> str:
    """How many neighbourhoods are in the most deprived tenth."""
    rows = queries.lsoa_deciles(store, "2019")
    tenth, fifth = (rows.loc[rows["decile"] <= decile, "lsoas"].sum() for decile in (1, 2))
    return then(f"{fifth} of {rows['lsoas'].sum()} neighbourhoods", f"{tenth} of them are in the most deprived tenth")


def index_rank(domain: str) -> Asked:
    """The borough's published rank in a domain in 2019 and in 2025."""

    def answer(store: Store) -> str:
        rows = queries.observations(store, ["deprivation_rank"], [ST_HELENS])
        ranks = [one(rows, category=domain, period=edition).value for edition in ("2019", "2025")]
        return then(domain, *(formats.number(rank) for rank in ranks))

    return answer


def ends_of(indicator: str, edition: str) -> Asked:
    """A census count in the most and the least deprived tenth of England's neighbourhoods."""

    def answer(store: Store) -> str:
        index = queries.small_area_deprivation(store, edition).set_index("area_code")["decile"]
        rows = queries.observations(store, [indicator], headline_only=True)
        rows = rows[rows["area_code"].isin(index.index)]
        sums = rows.groupby(rows["area_code"].map(index))[["count", "denominator"]].sum()
        ends = (sums.loc[sums.index.min()], sums.loc[sums.index.max()])
        said = [
            f"{formats.number(end['count'])} of {formats.number(end['denominator'])}"
            f" ({share(end['count'], end['denominator'])})"
            for end in ends
        ]
        return f"{said[0]} residents in the most deprived group, {said[1]} in the least deprived"

    return answer


def life_gap(sex: str, word: str) -> Asked:
    """The gap in years between the most and the least deprived, here and in England."""

    def answer(store: Store) -> str:
        here = latest(store, "life_expectancy_inequality", sex=sex)
        there = latest(store, "life_expectancy_inequality", ENGLAND, sex)
        years = [formats.number(row.value, 1) for row in (here, there)]
        return then(f"{word}:", f"{years[0]} in {formats.period(here.period)}", f"England {years[1]}")

    return answer


def gap_between(first: str, second: str) -> Asked:
    """Two groups of children and the gap between them."""

    def answer(store: Store) -> str:
        a, b = latest(store, first), latest(store, second)
        return then(written(a), formats.number(abs(b.value - a.value), 1))

    return answer


def weight(focus_area: str) -> Asked:
    """What a part of the plan's model weighs."""

    def answer(store: Store) -> str:
        found = one(queries.focus_areas(store), name=focus_area)
        return then("Weight", f"{formats.number(found.source_weight)} of 100 points")

    return answer


def rank_of_the_whole(store: Store) -> str:
    """Between which ranks the borough lies on the plan's model."""
    held = queries.composites(store, "contributions")
    found = one(held[held["level"] == "overall"], area_code=ST_HELENS)
    low, high = sentences.ordinal(int(found.rank_lower)), sentences.ordinal(int(found.rank_upper))
    return f"between the {low} and the {high} worst of {found.areas} authorities"


def worst_indicator(store: Store) -> str:
    """The indicator on which the borough stands furthest on the worse side, and how far."""
    held = queries.standings(store, "contributions")
    found = held[held["area_code"] == ST_HELENS].sort_values("z").iloc[-1]
    name = one(queries.indicators(store), indicator_id=found["indicator_id"]).name
    return then(name, f"(z {formats.number(found['z'], 2)})")
