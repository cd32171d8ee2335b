"""Where each key measure stands and is heading: status now, projection, verdict, and the path the plan would need."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from shcares.charts import runway
from shcares.domain import areas
from shcares.domain.periods import decimal_year, parse_period
from shcares.domain.vocabulary import Status, Verdict, YearType
from shcares.stats.levels import FloatArray
from shcares.stats.projection import Projection, Scale, project, scale_of
from shcares.stats.targets import Direction, TargetStatus, required_path, status_now, verdict
from shcares.style import formats, sentences
from shcares.ui import lineage, reads

TARGET_PERIOD = "2026/27"
"""What the plan's heading `Target 2026/7` names, in the year type of each series."""

BY_VALUE_ALONE = "By its value alone: the figures held have no interval."
_SPLIT_YEARS = (YearType.FINANCIAL, YearType.ACADEMIC)
_LEAST_GOOD_FIRST = (
    Verdict.OFF_COURSE,
    Verdict.TOO_CLOSE,
    Verdict.NOT_ENOUGH_DATA,
    Verdict.ON_COURSE,
    Verdict.MET,
    Verdict.NO_USABLE_TARGET,
)
PROJECTED_VERDICTS = (Verdict.ON_COURSE, Verdict.TOO_CLOSE, Verdict.OFF_COURSE)
"""The verdicts that rest on a projection."""
_PATH_STEPS = 24
_SCALE_WORDS = {Scale.LOG: "log scale", Scale.LOGIT: "logit scale", Scale.IDENTITY: "scale of the figures"}


@dataclass(frozen=True, eq=False)
class Course:
    """One key measure against its target: `why` is a sentence for the verdict, `drawn` what its runway shows.

    `drawn` has one entry for each sex that has its own series, else one under the empty string.
    """

    status: Status
    status_reason: str
    verdict: Verdict
    why: str
    method: str
    drawn: dict[str, runway.Course]


@lineage.remember()
def course(measure_id: str) -> Course:
    """The course of one key measure, on the published series that is its own."""
    measures = reads.key_measures()
    row = next(measures[measures["measure_id"] == measure_id].itertuples(index=False))
    if not isinstance(row.indicator_id, str):
        return _without_series(row)
    own = reads.series(row.indicator_id, areas.ST_HELENS)
    found = [_of_one_series(row, str(sex), rows) for sex, rows in own.groupby("sex", sort=True)]
    worst = min(found, key=lambda one: _LEAST_GOOD_FIRST.index(one.verdict))
    status, reason = _status_of_all(found)
    drawn = {sex: one.drawn[sex] for one in found for sex in one.drawn}
    why = _of_all(found, [str(sex) for sex in drawn])
    return Course(status, reason, worst.verdict, why, found[0].method, drawn)


def _without_series(row: Any) -> Course:
    reason = row.target_reason if isinstance(row.target_reason, str) else "No series held here matches this measure."
    drawn = {"": runway.Course(ends=_ends(YearType.FINANCIAL), instead=_no_path(row))}
    return Course(Status.NO_USABLE_TARGET, reason, Verdict.NO_USABLE_TARGET, reason, "", drawn)


def _status_of_all(found: list[Course]) -> tuple[Status, str]:
    agreed = {one.status for one in found}
    if len(agreed) > 1:
        return Status.UNCERTAIN, "Women and men stand differently against the one target printed."
    alike = "Women and men alike, each against the one number printed." if len(found) > 1 else ""
    return found[0].status, found[0].status_reason or alike


def _of_all(found: list[Course], sexes: list[str]) -> str:
    if len({one.why for one in found}) == 1:
        return found[0].why
    pairs = zip(sexes, found, strict=True)
    return " ".join(f"{sentences.WHO.get(sex, sex).capitalize()}: {one.why}" for sex, one in pairs)


def _of_one_series(row: Any, sex: str, rows: pd.DataFrame) -> Course:
    about = reads.indicator(row.indicator_id)
    last, judged = rows.iloc[-1], TargetStatus(Status.NO_USABLE_TARGET, row.target_reason)
    projection = None
    if row.target_comparable:
        judged = status_now(
            float(last["value"]),
            float(row.target),
            direction=Direction(row.direction),
            lower=_number(last["lower_ci"]),
            upper=_number(last["upper_ci"]),
        )
        projection = _projected(rows, about)
    decided = verdict(judged, projection, _number(row.target), direction=_direction(row))
    drawn = _drawn(row, rows, about, projection)
    return Course(
        status=judged.status,
        status_reason=_status_reason(judged, last),
        verdict=decided.verdict,
        why=_why(decided.verdict, decided.reason or "", row, rows, about, projection),
        method=_method(projection, about) if row.target_comparable else "",
        drawn={sex if sex in sentences.WHO else "": drawn},
    )


def _status_reason(judged: TargetStatus, last: pd.Series) -> str:
    if judged.reason:
        return f"{judged.reason[:1].upper()}{judged.reason[1:].rstrip('.')}."
    return BY_VALUE_ALONE if pd.isna(last["lower_ci"]) else ""


def _direction(row: Any) -> Direction | None:
    return Direction(row.direction) if isinstance(row.direction, str) else None


def _projected(rows: pd.DataFrame, about: dict[str, Any]) -> Projection:
    at = decimal_years(rows["at"])
    starts = at[1:][np.diff(_defined(rows, about)) > 0]
    return project(
        at,
        rows["value"],
        rows["lower_ci"],
        rows["upper_ci"],
        to=np.linspace(at[-1], decimal_years(pd.Series([_target_at(about)]))[0], _PATH_STEPS),
        scale=scale_of(about["unit"]),
        overlapping=bool(about["rolling"]),
        breaks=starts.tolist(),
    )


def _defined(rows: pd.DataFrame, about: dict[str, Any]) -> FloatArray:
    """Counts up at each break of definition; years that were not published are no break."""
    breaks = reads.indicator_texts(about["indicator_id"])[0]["period"]
    year_type = YearType(about["year_type"])
    starts = [pd.Timestamp(parse_period(period, year_type).start) for period in breaks]
    return np.array([sum(start >= since for since in starts) for start in rows["period_start"]], dtype=float)


def decimal_years(dates: pd.Series) -> FloatArray:
    """Dates as years with a fraction."""
    return np.array([decimal_year(date) for date in dates])


def _target_at(about: dict[str, Any]) -> pd.Timestamp:
    return _middle(TARGET_PERIOD, _year_type(about))


def _year_type(about: dict[str, Any]) -> YearType:
    year_type = YearType(about["year_type"])
    return year_type if year_type in _SPLIT_YEARS else YearType.FINANCIAL


def _middle(period: str, year_type: YearType) -> pd.Timestamp:
    parsed = parse_period(period, year_type)
    start, end = pd.Timestamp(parsed.start), pd.Timestamp(parsed.end)
    return start + (end - start) / 2


def _ends(year_type: YearType) -> pd.Timestamp:
    return pd.Timestamp(parse_period(TARGET_PERIOD, year_type).end)


def _method(projection: Projection | None, about: dict[str, Any]) -> str:
    scale = scale_of(about["unit"])
    pace = "by the same number every year" if scale is Scale.IDENTITY else "by the same share every year"
    path = f"The required path goes from the printed baseline to the printed target {pace}."
    verdicts = (
        "On course: the whole 50% interval of the projection is past the target, so likelier than not if the line goes "
        "on; off course: all of it falls short; too close to call: the target lies inside."
    )
    if projection is None or projection.reason:
        return path
    weights = (
        "weighted by the intervals held"
        if projection.weighted
        else "all equal in weight, for not every point has an interval; the spread comes from the points themselves"
    )
    return (
        f"{path} The projection is a straight line through {projection.points} points on the {_SCALE_WORDS[scale]}, "
        f"{weights}; its intervals are prediction intervals (Student’s t). Pandemic years are kept in. {verdicts}"
    )


def _drawn(row: Any, rows: pd.DataFrame, about: dict[str, Any], projection: Projection | None) -> runway.Course:
    baseline, target = _baseline(row, about), None
    if row.target_comparable:
        shown = row.target_printed.split("/")[0].strip()
        target = runway.Mark(_target_at(about), float(row.target), f"target {shown}")
    path = _path(baseline, target, about)
    return runway.Course(
        ends=_ends(_year_type(about)),
        path=path,
        fan=_fan(projection, rows, _target_at(about)),
        baseline=baseline,
        target=target,
        instead=_instead(row, path, projection),
    )


def _baseline(row: Any, about: dict[str, Any]) -> runway.Mark | None:
    if not isinstance(row.baseline_period, str) or pd.isna(row.baseline):
        return None
    return runway.Mark(_middle(row.baseline_period, YearType(about["year_type"])), float(row.baseline), "baseline")


def _path(baseline: runway.Mark | None, target: runway.Mark | None, about: dict[str, Any]) -> pd.DataFrame:
    if baseline is None or target is None:
        return pd.DataFrame()
    dates = pd.Series(pd.date_range(baseline.at, target.at, periods=_PATH_STEPS))
    years = decimal_years(dates)
    scale = scale_of(about["unit"])
    values = required_path(baseline.value, target.value, start=years[0], end=years[-1], at=years, scale=scale)
    return pd.DataFrame({"at": dates, "value": values})


def _fan(projection: Projection | None, rows: pd.DataFrame, target_at: pd.Timestamp) -> pd.DataFrame:
    if projection is None or projection.reason:
        return pd.DataFrame()
    dates = pd.date_range(rows["at"].iloc[-1], target_at, periods=_PATH_STEPS)
    limits = {name: getattr(projection, name) for name in ("lower_50", "upper_50", "lower_95", "upper_95")}
    return pd.DataFrame({"at": dates, **limits})


def _instead(row: Any, path: pd.DataFrame, projection: Projection | None) -> str:
    if path.empty:
        return _no_path(row)
    if projection is not None and projection.reason:
        return f"No projection: {projection.reason}."
    return ""


def _no_path(row: Any) -> str:
    if not isinstance(row.target_printed, str) or pd.isna(row.target):
        return "No path: the plan prints no number as the target."
    if not isinstance(row.indicator_id, str) or not row.target_comparable:
        return "No path: the printed target and this series are not like for like."
    return "No path: the plan prints no year for its baseline, and no single published value equals it."


def _why(
    decided: Verdict,
    reason: str,
    row: Any,
    rows: pd.DataFrame,
    about: dict[str, Any],
    projection: Projection | None,
) -> str:
    if decided is Verdict.NO_USABLE_TARGET:
        return reason
    last, decimals = rows.iloc[-1], about["decimals"]
    gap = sentences.gap(last["value"], float(row.target), "the target", decimals, about["unit"])
    now = f"The latest value is {gap}"
    if decided is Verdict.MET:
        return f"{now}."
    if projection is None or projection.reason:
        return f"{now}. It cannot be projected: {reason}."
    return f"{now}. {_forecast(rows, about, projection)}{_still_open(decided, float(row.target), projection)}"


def _still_open(decided: Verdict, target: float, projection: Projection) -> str:
    """What the wider interval leaves open where it holds a target that the likelier half does not."""
    if decided is Verdict.TOO_CLOSE or not projection.lower_95[-1] <= target <= projection.upper_95[-1]:
        return ""
    if decided is Verdict.ON_COURSE:
        return " The 95% interval reaches short of the target, so missing it is not ruled out."
    return " The target lies inside the 95% interval, so it is unlikely but not ruled out."


def _forecast(rows: pd.DataFrame, about: dict[str, Any], projection: Projection) -> str:
    def said(value: float) -> str:
        return formats.short_quantity(value, about["unit"], about["decimals"])

    kept = rows.dropna(subset=["value"]).iloc[-projection.points :]
    first = formats.period(kept["period"].iloc[0], about["year_type"])
    half, most = (
        f"{said(getattr(projection, f'lower_{share}')[-1])} to {said(getattr(projection, f'upper_{share}')[-1])}"
        for share in (50, 95)
    )
    return (
        f"If the trend since {first} goes on, {reads.plan().target_year_printed} comes to about "
        f"{said(projection.middle[-1])} (50% interval {half}, 95% interval {most})."
    )


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
