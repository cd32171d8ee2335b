"""What the store answers of the plan: its measures, their targets, what is noted on its figures."""

from typing import Any

from shcares.domain.areas import ST_HELENS
from shcares.domain.periods import decimal_year, parse_period
from shcares.domain.vocabulary import Unit, Verdict
from shcares.stats.projection import project, scale_of
from shcares.stats.targets import Direction, status_now, verdict
from shcares.store import queries
from shcares.store.connection import Store
from shcares.style import formats
from tests.app.everyday_answers import Asked, latest, one, short, then

_VERDICTS = {Verdict.OFF_COURSE: "Off course", Verdict.ON_COURSE: "On course", Verdict.TOO_CLOSE: "Too close to call"}


def measure(store: Store, number: str) -> Any:
    """One key measure."""
    return one(queries.key_measures(store), measure_id=number)


def on_course(number: str) -> Asked:
    """Whether a projection of the measure's series to the plan's last year reaches its target."""

    def answer(store: Store) -> str:
        about = measure(store, number)
        rows = queries.observations(store, [about.indicator_id], [ST_HELENS], headline_only=True)
        kind = one(queries.indicators(store), indicator_id=about.indicator_id)
        middles = [
            (decimal_year(a) + decimal_year(b)) / 2
            for a, b in zip(rows["period_start"], rows["period_end"], strict=True)
        ]
        last = parse_period("2026/27", kind.year_type)
        ahead = [(decimal_year(last.start) + decimal_year(last.end)) / 2]
        gone_on = project(
            middles,
            rows["value"],
            rows["lower_ci"],
            rows["upper_ci"],
            to=ahead,
            scale=scale_of(Unit(kind.unit)),
            overlapping=bool(kind.rolling),
        )
        way = Direction(about.direction)
        now = status_now(rows["value"].iloc[-1], about.target, direction=way)
        said = verdict(now, gone_on, about.target, direction=way).verdict
        return then(about.label, _VERDICTS[said], short(latest(store, about.indicator_id)), about.target_printed)

    return answer


def target(number: str) -> Asked:
    """The measure's target as printed."""

    def answer(store: Store) -> str:
        about = measure(store, number)
        return then(about.label, f"target {about.target_printed}")

    return answer


def without_a_target(store: Store) -> list[str]:
    """Each measure whose target cannot be used, with the reason."""
    held = queries.key_measures(store)
    rows = held[held["target"].isna() | ~held["target_comparable"].astype(bool) | held["indicator_id"].isna()]
    return [then(row.printed, "No usable target", row.target_reason) for row in rows.itertuples()]


def how_many_unusable(store: Store) -> str:
    """How many of the measures cannot be judged."""
    return then(f"{len(queries.key_measures(store))} key measures", f"{len(without_a_target(store))} cannot be judged")


def change_asked(number: str) -> Asked:
    """The fall or the rise that the printed target is from the printed baseline."""

    def answer(store: Store) -> str:
        about = measure(store, number)
        change = (about.target - about.baseline) / about.baseline * 100
        way = "rise" if change > 0 else "fall"
        return then(number, about.target_printed, f"A {way} of {formats.number(abs(change), 1)}%")

    return answer


def baseline_beside(number: str, indicator: str, period: str) -> Asked:
    """The printed baseline and the published value of that period."""

    def answer(store: Store) -> str:
        rows = queries.observations(store, [indicator], [ST_HELENS], headline_only=True)
        published = one(rows, period=period)
        return then(number, measure(store, number).baseline_printed, formats.number(published.value, 2), period)

    return answer


def step_of(number: str) -> Asked:
    """The newest value of a measure and the one before it."""

    def answer(store: Store) -> str:
        about = measure(store, number)
        rows = queries.observations(store, [about.indicator_id], [ST_HELENS], headline_only=True)
        before, now = list(rows.dropna(subset=["value"]).itertuples())[-2:]
        way = "up" if now.value > before.value else "down"
        return then(about.label, short(now), way, f"from {short(before)} in {before.period}")

    return answer


def plan_says(field: str) -> Asked:
    """A line of the plan's own."""
    return lambda store: str(queries.plan(store)[field].iloc[0])


def flag(flag_id: str) -> Asked:
    """What is noted on a figure of the plan."""

    def answer(store: Store) -> str:
        about = one(queries.flags(store), flag_id=flag_id)
        return then(about.title, about.note)

    return answer
