"""What is said of every figure of the page: how it is worked out, how much would be chance, what it cannot show."""

import pandas as pd

from shcares.domain.vocabulary import Judgement
from shcares.stats.carried import RELEVANT, Carried, by_chance
from shcares.stats.levels import CONFIDENCE_95
from shcares.style import formats, sentences
from shcares.ui import indicator_words, lineage, reads
from shcares.ui.inequalities.by_place import neighbourhoods, registers, standing
from shcares.ui.places.communities import overlap
from shcares.ui.registers.counted import in_sentence, topic
from shcares.ui.registers.offered import age_sentence
from shcares.ui.registers.register import register

_RELEVANT = formats.number(RELEVANT)

HOW_TO_READ = (
    "Higher burden: at least one measure stands out above all four and none below. Both ways: some above, some below. "
    "Measures are registers, tested at 99.8%, or counted: the share of patients in England’s most deprived fifth and "
    f"tenth. A count stands out at {_RELEVANT} percentage points or more; that is a rule of ours, not a test. "
    "Where fifth and tenth point opposite ways, neither counts. No rank."
)
KINDS = (
    "A register counts patients found and recorded, so it says what practices look after, not how well. The index "
    "describes neighbourhoods, not the people who live there. Neither says what causes what."
)
REGISTERS = (
    "The community’s share on the register over that of all four communities together (sums of counts and of "
    "denominators). Clearly higher or lower: the whole 99.8% Wilson interval lies on one side of all four’s value, "
    "taken as a point as Fingertips takes a benchmark; 99.8% is the outer of OHID’s two levels, used because many "
    "comparisons are made at once. The community page says clearly at 95%, so fewer stand out here. The interval "
    "allows for chance among patients, not for how practices find and record, nor for age. Wilson, J Am Stat Assoc "
    "1927; APHO Technical Briefing 3; Fingertips, comparison by single confidence interval."
)
DOMAINS = (
    "Each patient counts with the national tenth of the neighbourhood (LSOA of 2011) the patient lives in. Tenths "
    "are those of each domain of the index of 2019. Patients whose neighbourhood is not known are in no share. All "
    "patients are counted, so there is no sampling error and no test. An interval as if each patient had been drawn "
    "alone would be far too narrow, for neighbours share a score. Instead a rule of ours: more or less deprived "
    f"needs a share that is at least {_RELEVANT} patients in each hundred above or below all four’s. It may be the "
    "share in the most deprived fifth or in the most deprived tenth; the other of the two may not point the other "
    "way. Where they disagree the answer hangs on the line drawn, so nothing is said. The index of 2025 is on newer "
    "neighbourhoods, for which no registrations are held. The overall index repeats its seven domains and is left "
    "out. English Indices of Deprivation 2019, Technical Report."
)
OVERVIEW = (
    "Every measure hangs on the focus areas its indicator is declared under, so one may count in several; a domain "
    "hangs where the borough’s indicator of the same domain does. Higher burden: some measures higher (registers) or "
    "more deprived (domains) and none the other way; lower burden: the other way round; both ways: some of each. "
    f"{REGISTERS} {DOMAINS}"
)


@lineage.remember()
def chance_words() -> str:
    """How many comparisons there are, how many stand out, and how many would by chance alone."""
    rows = registers.tests()
    total = len(rows)
    outer, inner = (int(rows[column].isin([Carried.MORE, Carried.LESS]).sum()) for column in ("verdict", "verdict_95"))
    return (
        f"{total} comparisons of registers are made, {rows['id'].nunique()} for each community. {outer} stand out at "
        f"the 99.8% level, where chance alone would put {formats.number(by_chance(total), 1)}; at 95% it would be "
        f"{inner} and about {formats.number(by_chance(total, confidence=CONFIDENCE_95))}. They are not independent: "
        "one patient is on several registers."
    )


@lineage.remember()
def old_words() -> str:
    """How many registers are old, and what the year of most of them was."""
    held = [register(indicator_id) for indicator_id in dict.fromkeys(registers.tests()["id"])]
    return f"{age_sentence(held)} Recording fell in 2020/21, in the pandemic, so read that year with care."


@lineage.remember()
def dated_words() -> str:
    """Of when most registers are: the years up to the commonest, which hold most of them."""
    periods = registers.tests().drop_duplicates("id")["period"]
    most = periods[periods <= periods.mode().iloc[0]]
    return f"Registers mostly of {sentences.listed(sorted(set(most)))} ({len(most)} of {len(periods)})."


@lineage.remember()
def sides_words() -> str:
    """Of which registers one side is good, so that they alone are marked better or worse."""
    rows = registers.tests()
    sided = rows.loc[rows["judgement"].isin([Judgement.BETTER, Judgement.WORSE]), "name"].drop_duplicates()
    if sided.empty:
        return ""
    return (
        f"Marked better or worse: {sentences.listed([in_sentence(str(name)) for name in sided])}. Of the others "
        "neither side is good, so higher is marked by an arrow in the community’s colour."
    )


def rule_words() -> str:
    """What more and less deprived mean of a complete count."""
    return (
        f"More or less deprived: at least {_RELEVANT} patients in each hundred apart in the fifth or the tenth, and "
        "the other not the other way. That is a rule of ours, not a test."
    )


@lineage.remember()
def untested_words() -> str:
    """Which indicators are left out, and why; empty where none is."""
    named = [in_sentence(topic(held.about)) for held in registers.untested()]
    if not named:
        return ""
    return (
        f"Not tested: {sentences.listed(named)}. One child can visit often, so chance cannot be told from the number "
        "of visits, and no figure for St Helens is published."
    )


@lineage.remember()
def unknown_words() -> str:
    """How many patients are in no share of the domains."""
    *_, whole = neighbourhoods.unknown().values()
    listed = sum(overlap.homes_of(code).listed for code in overlap.codes())
    return f"Neighbourhood not known, in no share: {formats.number(whole)} of {formats.number(listed)} patients."


@lineage.remember()
def gaps_words() -> str:
    """The focus areas of which nothing is held below the borough, with what is held of the borough."""
    held = dict(zip(standing.focus_areas().index, standing.focus_areas()["indicators"], strict=True))
    named = [
        f"{name} ({sentences.count_words(int(held[focus]), 'indicator')} of the borough)"
        for focus, name in zip(standing.gaps(), standing.names_of(standing.gaps()), strict=True)
    ]
    return f"No figure by practice or neighbourhood: {sentences.listed(named)}." if named else ""


@lineage.remember()
def register_periods() -> str:
    """The years of the registers, oldest first."""
    return f"Registers {sentences.listed(sorted(set(registers.tests()['period'])))}"


@lineage.remember()
def domain_periods() -> str:
    """The day of the registrations and the edition of the index."""
    return f"Patients {overlap.registered_on()}, Indices of Deprivation {neighbourhoods.EDITION}"


def periods() -> str:
    """All that the overview stands on."""
    return f"{register_periods()}; {domain_periods()}"


@lineage.remember()
def register_sources() -> str:
    """Who published the registers."""
    held = [register(indicator_id) for indicator_id in dict.fromkeys(registers.tests()["id"])]
    return indicator_words.sources_of(pd.concat([one.networks for one in held]), held[0].about)


@lineage.remember()
def domain_sources() -> str:
    """Who counted where patients live, and who ranked the neighbourhoods."""
    index = reads.deprivation(neighbourhoods.EDITION)
    return indicator_words.sources_named([*reads.registrations()["source_id"], *index["source_id"]])


def sources() -> str:
    """All that the overview stands on."""
    return f"{register_sources()} {domain_sources()}"
