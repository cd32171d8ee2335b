"""One practice on one sheet of paper, from the figures of its page."""

from datetime import date

from shcares.export.document_sheet import Part, Picture, Sheet, sheet_pdf
from shcares.export.figure import Figure
from shcares.style import formats, sentences
from shcares.style.palette import Scheme
from shcares.ui import reads, recipes
from shcares.ui.places.practice import answer, fate, known, standing
from shcares.ui.places.practice.history import counts_of
from shcares.ui.places.practice.profile import MATCHES, STATUSES, last_list, practice, share_of_network
from shcares.ui.places.practice.where import CLASSES
from shcares.ui.present import practice_sheet_patients as patients
from shcares.ui.present.practice_sheet_pictures import growth_svg, map_svg
from shcares.ui.present.practice_sheet_registers import judged, readings


def practice_sheet(code: str, scheme: Scheme) -> bytes:
    """The sheet as a PDF of one page."""
    return sheet_pdf(sheet_of(code, scheme), scheme, made=edition_day())


def edition_day() -> date:
    """The day the newest copy of a source was taken, which every paper bears."""
    return reads.build_info().data_date


def edition() -> str:
    """`Sources last copied on 22 November 2026. Data edition 0123abcd.`"""
    return f"{reads.gathered()} Data edition {reads.build_info().digest[:8]}."


def file_name(code: str) -> str:
    """`N83020-modality-st-helens.pdf`."""
    words = "".join(letter if letter.isalnum() else " " for letter in practice(code).name.lower().replace("’", ""))
    return f"{code}-{'-'.join(words.replace(chr(39), '').split())}.pdf"


def sheet_of(code: str, scheme: Scheme) -> Sheet:
    """Everything on the sheet, in words."""
    one, held = practice(code), readings(code)
    return Sheet(
        title=one.name,
        names=_names(code),
        answer=fate.answer(code),
        became=answer.became_of(code),
        size=_size(code),
        growth=_growth(code, scheme),
        ages=patients.ages(code),
        age_shares=patients.age_shares(code),
        deprived=patients.deprived(code),
        fifths=patients.fifths(code),
        homes=patients.homes(code),
        map=_map(code, scheme),
        registers=judged(code),
        readings=held,
        doubts=Part("What to be careful about", lines=known.doubts(code)),
        sources=_sources(code),
        about=edition(),
    )


def figure(name: str, code: str, scheme: Scheme) -> Figure:
    """A figure of the practice's page."""
    return recipes.by_name(name, {"practice": code}, scheme)


def _names(code: str) -> tuple[str, ...]:
    """The plan's name and number, the register's, code, address, community, status, how sure the match is."""
    one = practice(code)
    plan = f"Number {one.map_key} on the plan’s map: {one.plan_name}. {MATCHES[one.match]}." if one.map_key else ""
    where = f"{one.community} care community" if one.community else "In none of the four care communities"
    return (
        f"{where} · {STATUSES[one.status]} · in the register {one.register_names}, {one.code}",
        f"{plan or MATCHES[one.match] + '.'} {one.address}, {one.postcode}",
    )


def _size(code: str) -> Part:
    one, gone = practice(code), fate.successors(code)
    size = last_list(code, before=gone[0].date) if gone else last_list(code)
    heading = "Registered patients" if one.is_open else "Patients before they moved" if gone else "Patients, last count"
    if size is None:
        return Part(heading, formats.NO_DATA, ("No list size is held of it.",))
    share = share_of_network(code, size)
    whose = f", {formats.number(share, 1)}% of {one.community}’s patients" if share is not None else ""
    return Part(heading, formats.number(size.patients), (f"On {size.on}{whose}.", _change(code)))


def _change(code: str) -> str:
    """The same list at the first count of the same office."""
    return figure("practice_list", code, Scheme.SAFE).sentence


def _growth(code: str, scheme: Scheme) -> Picture | None:
    counts = counts_of(code)
    if len(counts) <= 1:
        return None
    first, last = (formats.day(counts["at"].iloc[place]) for place in (0, -1))
    alt = f"Patients on the list, every count from {first} to {last}, from nought up."
    offices = sentences.count_words(counts["basis"].nunique(), "office")
    under = (f"Every count of {offices}, {first} to {last}, from nought up. Dashed: a merger, or its end.",)
    return Picture(growth_svg(figure("practice_list", code, scheme), scheme), alt, under)


def _map(code: str, scheme: Scheme) -> Picture | None:
    if not patients.is_counted(code):
        return None
    shown = figure("practice_homes", code, scheme)
    under = (
        f"The darker, the more of them: {CLASSES[0]} (palest) to {CLASSES[-1]} (darkest). The point is the practice.",
    )
    return Picture(map_svg(shown, scheme), shown.sentence, under)


def _sources(code: str) -> Part:
    held = [size.source_id] if (size := last_list(code)) else []
    held += standing.sources(standing.registers(code))
    held += patients.sources(code)
    ids = [f"{what} {recipes.ref_of(name, {'practice': code})}" for what, name in _rests_on(code).items()]
    return Part(
        "Sources and figures",
        lines=(_named([*held, practice(code).source_id]), f"Figure IDs: {sentences.listed(ids)}."),
    )


def _named(source_ids: list[str]) -> str:
    """Publisher, dataset and releases of each, and the licences once."""
    releases: dict[str, list[str]] = {}
    licences: dict[str, None] = {}
    for one in (reads.source(source_id) for source_id in dict.fromkeys(source_ids)):
        releases.setdefault(f"{one['publisher']}, {one['dataset']}", []).append(str(one["release"]))
        licences[str(one["licence"])] = None
    said = [f"{name}, {sentences.listed(each)}" for name, each in releases.items()]
    return f"{'; '.join(said)}. {sentences.listed(list(licences))}."


def _rests_on(code: str) -> dict[str, str]:
    """What of the sheet is which figure of the practice's page."""
    names = {"list": "practice_list", "events": "practice_events"}
    if standing.registers(code):
        names["registers"] = "practice_registers"
    if patients.is_counted(code):
        names |= {"deprivation": "practice_deprivation", "homes": "practice_homes"}
    return names
