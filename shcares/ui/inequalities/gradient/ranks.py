"""The borough's published ranks among England's authorities, overall and by domain, edition by edition."""

import re
from html import escape

import pandas as pd

from shcares.domain import areas
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_words, lineage, reads, recipes

_RANK, _OVERALL = "deprivation_rank", "All domains together"
_RANKED = re.compile(r"(\d+) in (\d{4})")


@lineage.remember()
def ranks() -> pd.DataFrame:
    """A row a domain, a column an edition, the overall index first, then by the newest edition's rank."""
    rows = reads.observations(_RANK)
    mine = rows[rows["area_code"] == areas.ST_HELENS].assign(domain=lambda held: held["category"].fillna(_OVERALL))
    table = mine.pivot(index="domain", columns="period", values="value").astype(int)
    newest = table.columns[-1]
    order = table.drop(index=_OVERALL).sort_values(newest).index
    return table.loc[[_OVERALL, *order]]


@lineage.remember()
def ranked() -> dict[str, int]:
    """How many authorities each edition ranks, as the indicator's own notes say."""
    notes = " ".join(reads.indicator_texts(_RANK)[1]["text"])
    return {edition: int(authorities) for authorities, edition in _RANKED.findall(notes)}


def rank_of(edition: str, domain: str = _OVERALL) -> str:
    """`26th of 317`: a published rank of the borough."""
    return f"{sentences.ordinal(_rank(domain, edition))} of {formats.number(ranked()[edition])}"


def _rank(domain: str, edition: str) -> int:
    return int(ranks()[edition][domain])


@recipes.figure("NR", "ranks")
def ranks_figure() -> figures.Figure:
    """All ranks as a table."""
    about, table = reads.indicator(_RANK), ranks()
    first, newest = table.columns[0], table.columns[-1]
    headings = {edition: f"{edition} (of {ranked()[edition]})" for edition in table.columns}
    shown = table.rename(columns=headings).rename_axis("Domain").reset_index()
    return figures.Figure(
        id="gradient-ranks",
        title="St Helens among England’s authorities",
        sentence=_sentence(),
        period=f"Editions {first} to {newest} of the index",
        area="St Helens",
        source=indicator_words.sources_of(reads.observations(_RANK), about),
        method=f"{about['definition']} Ranks are of the average score, as published.",
        frame=shown,
        html=_html(table),
        notes=("Each edition ranks the authorities of its day, so a lower rank need not mean less deprivation.",),
    )


def _html(table: pd.DataFrame) -> str:
    """The ranks, and over them how many authorities each edition ranks."""
    head = "".join(
        f"<th scope='col' class='shc-num' style='width:16%'>{escape(edition)}"
        f"<span class='shc-small'>of {ranked()[edition]}</span></th>"
        for edition in table.columns
    )
    body = "".join(
        f"<tr><th scope='row'>{escape(domain)}</th>"
        + "".join(f"<td class='shc-num'>{rank}</td>" for rank in table.loc[domain])
        + "</tr>"
        for domain in table.index
    )
    return (
        "<table class='shc-table shc-counts'><caption>Published rank; 1 is the most deprived authority</caption>"
        f"<thead><tr><th scope='col'>Domain</th>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _sentence() -> str:
    editions = list(ranks().columns)[1:]
    said = [
        f"{rank_of(edition)} in {edition} (health {sentences.ordinal(_rank('Health and disability', edition))}, "
        f"employment {sentences.ordinal(_rank('Employment', edition))})"
        for edition in editions
    ]
    return f"By average score St Helens ranked {'; '.join(said)}; 1 is the most deprived."
