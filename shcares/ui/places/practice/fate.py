"""What became of a practice: who took in whom, how sure that is, and the words for it."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from shcares.style import formats, sentences
from shcares.ui import lineage, reads
from shcares.ui.places.practice.profile import STATUSES, Practice, everybody, last_list, practice

_TOOK_IN, _JOINED = "took_in", "merged_into"
EVENTS = {
    _TOOK_IN: "Took in",
    _JOINED: "Joined",
    "closed": "Closed",
    "dormant": "Dormant",
    "renamed": "Renamed",
    "moved": "Moved",
    "left_network": "Left its network",
}
CERTAINTIES = {"inferred": "inferred from list sizes", "published": "published"}
_STEP = 0.25


@dataclass(frozen=True)
class Tie:
    """Another practice that patients came from or went to, the day by which it is seen, and how sure that is."""

    code: str
    name: str
    date: pd.Timestamp
    certainty: str

    @property
    def how_sure(self) -> str:
        """`inferred from list sizes`."""
        return CERTAINTIES[self.certainty]


@lineage.remember()
def events(code: str) -> pd.DataFrame:
    """What is recorded of one practice, oldest first; what has no date first."""
    known = reads.practice_events()
    return known[known["practice_code"] == code].sort_values("date", na_position="first", kind="stable")


def successors(code: str) -> tuple[Tie, ...]:
    """Where its patients appear to have gone."""
    return _ties(code, _JOINED)


def predecessors(code: str) -> tuple[Tie, ...]:
    """Whose patients it appears to have taken in."""
    return _ties(code, _TOOK_IN)


def _ties(code: str, event: str) -> tuple[Tie, ...]:
    rows = events(code)
    return tuple(
        Tie(row["other_code"], row["other_short_name"], row["date"], row["certainty"])
        for row in rows[rows["event"] == event].to_dict("records")
    )


def not_yet_in(code: str, day: pd.Timestamp) -> tuple[str, ...]:
    """Those it took in later than a day: their own lists were still counted on that day or after it."""
    return tuple(tie.name for tie in predecessors(code) if _until(tie) >= day)


def perhaps_in(code: str, day: pd.Timestamp) -> tuple[str, ...]:
    """Those of whom nobody can tell whether it had taken them in on a day, between their last list and the next."""
    return tuple(tie.name for tie in predecessors(code) if _until(tie) < day < tie.date)


def _until(tie: Tie) -> pd.Timestamp:
    """The last day on which the list of one that was taken in was counted."""
    size = last_list(tie.code, before=tie.date)
    return size.date if size is not None else tie.date


@dataclass(frozen=True)
class Step:
    """A list that grew or shrank by over a quarter between two counts with nothing recorded, and lists ended there."""

    code: str
    name: str
    first: int
    last: int
    since: pd.Timestamp
    until: pd.Timestamp
    ended: tuple[str, ...]

    @property
    def words(self) -> str:
        """`the list of Modality St Helens rose from … to … between … and …`."""
        way = "rose" if self.last > self.first else "fell"
        return (
            f"the list of {self.name} {way} from {formats.number(self.first)} to {formats.number(self.last)} "
            f"between {formats.day(self.since)} and {formats.day(self.until)}"
        )


@lineage.remember()
def unexplained(code: str) -> tuple[Step, ...]:
    """Steps in a list that no recorded event falls into; `ended` are lists at the same postcode that end there."""
    rows = everybody(code, "registered")
    dated = events(code)
    known = dated.loc[dated["event"].isin([_TOOK_IN, _JOINED]), "date"].dropna()
    counted = rows[["date", "patients"]].to_dict("records")
    return tuple(
        Step(code, practice(code).name, int(one["patients"]), int(two["patients"]), one["date"], two["date"], ended)
        for one, two in pairwise(counted)
        if abs(two["patients"] - one["patients"]) > _STEP * one["patients"]
        and not known.between(one["date"], two["date"], inclusive="right").any()
        for ended in [_ended_beside(code, one["date"])]
    )


def _ended_beside(code: str, day: pd.Timestamp) -> tuple[str, ...]:
    known = reads.practices()
    beside = known[(known["postcode"] == practice(code).postcode) & (known["practice_code"] != code)]["practice_code"]
    return tuple(str(other) for other in beside if len(lists := everybody(other, "registered")) and _last(lists) == day)


def _last(lists: pd.DataFrame) -> pd.Timestamp:
    return pd.Timestamp(lists["date"].iloc[-1])


@lineage.remember()
def beside(code: str) -> tuple[Step, ...]:
    """Steps in the lists of others that this practice's list ended in, where no successor is recorded."""
    if successors(code):
        return ()
    steps = (step for other in reads.practices()["practice_code"] for step in unexplained(str(other)))
    return tuple(step for step in steps if code in step.ended)


def ended(one: Practice) -> str:
    """`closed on 28 February 2025`, `is dormant in the register`, for a practice that is no longer open."""
    if one.closed is not None:
        return f"closed on {formats.day(one.closed)}"
    return f"is {STATUSES[one.status]} in the register"


@lineage.remember()
def answer(code: str) -> str:
    """Who it is and what it is today, in one sentence."""
    one = practice(code)
    if one.is_open:
        size = last_list(code)
        where = f"in the {one.community} network" if one.community else "in none of the four networks"
        if size is None:
            return f"{one.name} is {where}; no list size is held."
        return f"{one.name}, {where}, has {formats.number(size.patients)} registered patients ({size.on})."
    gone = successors(code)
    if not gone:
        return f"{one.name} {ended(one)}; no record says where its patients went."
    where = sentences.listed([tie.name for tie in gone])
    return (
        f"{one.name} {ended(one)}; by {formats.day(gone[0].date)} its patients appear to have moved to {where} "
        f"({gone[0].how_sure})."
    )


@lineage.remember()
def what_happened(code: str) -> str:
    """What became of it since the plan, for a table: short, with how sure it is."""
    one = practice(code)
    said = [_went(tie) for tie in successors(code)]
    said += [
        f"Appears to have taken in {tie.name} by {formats.day(tie.date)} ({tie.how_sure})" for tie in predecessors(code)
    ]
    said += renamed_or_moved(code)
    if not one.is_open:
        last = ended(one)
        said.insert(0, last[:1].upper() + last[1:])
    return "; ".join(said) or "Open; nothing else recorded"


def _went(tie: Tie) -> str:
    return f"patients appear to have moved to {tie.name} by {formats.day(tie.date)} ({tie.how_sure})"


def renamed_or_moved(code: str) -> list[str]:
    """`Renamed from Park House Surgery to …`: new names and moves, in the words of the record."""
    rows = events(code)
    kept = rows[rows["event"].isin(["renamed", "moved"])].to_dict("records")
    return [f"{EVENTS[row['event']]} {row['note'][:1].lower()}{row['note'][1:].removesuffix('.')}" for row in kept]
