"""Where St Helens lies among England's authorities on every indicator, in five columns from worst to best."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from shcares.style import sentences
from shcares.style.palette import FIFTHS
from shcares.ui import figures, recipes
from shcares.ui.inequalities.marmot import actions
from shcares.ui.inequalities.marmot.actions import Shown
from shcares.ui.priorities import standing

_ORDER = ("worst fifth", "fourth fifth", "middle fifth", "second fifth", "best fifth")
_SHADES = dict(zip(reversed(_ORDER), FIFTHS, strict=True))
_GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:0.4rem;margin:0.3rem 0"
_FIFTH = "Fifth of England’s authorities"
_PICTURED = ("Indicator", "Period", "St Helens", "Unit", _FIFTH, "Authorities held")
_HEADING = "Where St Helens lies among England’s authorities, by published value"
_METHOD = (
    "All upper-tier authorities of England held for the period of St Helens’ newest value, ranked from best to worst "
    "and cut into five; ties take the better rank; none where fewer than "
    f"{standing.FEWEST_AUTHORITIES} are held. A fifth is a place in a ranking of published values. It says nothing "
    "about chance, and the figures held do not let chance be judged: with few cases a year a place can change a lot."
)


@recipes.figure("MF", "marmot_fifths", comparator_code=recipes.COMPARATOR)
def fifths_figure(comparator_code: str) -> figures.Figure:
    """Every indicator in its fifth; the comparator changes nothing of it."""
    shown = actions.everything(comparator_code)
    ranked = [each for each in shown if each.fifth]
    worst, best = (sum(each.fifth == end for each in ranked) or "none" for end in (_ORDER[0], _ORDER[-1]))
    return figures.Figure(
        id="marmot-fifths",
        title="Children and young people: where St Helens lies among England’s authorities",
        sentence=(
            f"{len(ranked)} indicators can be ranked among England’s upper-tier authorities: St Helens is in "
            f"the worst fifth on {worst} and in the best on {best}. A place says nothing about chance."
        ),
        period="Latest published period of each indicator",
        area="St Helens among England’s upper-tier authorities",
        source=standing.sources_of(tuple(each.one for each in shown)),
        method=_METHOD,
        frame=_frame(shown),
        html=_html(ranked),
        picture_columns=_PICTURED,
        notes=_unranked(shown),
    )


def _html(ranked: Sequence[Shown]) -> str:
    columns = "".join(_column(fifth, ranked) for fifth in _ORDER)
    return f"<h2 class='shc-h3' style='margin-top:0'>{_HEADING}</h2><div style='{_GRID}'>{columns}</div>"


def _column(fifth: str, ranked: Sequence[Shown]) -> str:
    names = [each.one.name for each in ranked if each.fifth == fifth]
    said = "".join(f"<div>{escape(name)}</div>" for name in names) or "<div>none</div>"
    head = f"<strong>{fifth[:1].upper()}{fifth[1:]}: {len(names)}</strong>"
    return f"<div class='shc-cell' style='background:{_SHADES[fifth].css}'>{head}{said}</div>"


def _unranked(shown: Sequence[Shown]) -> tuple[str, ...]:
    left = [
        f"{each.one.name} ({sentences.count_words(each.authorities, 'authority', 'authorities')} held)"
        for each in shown
        if not each.fifth
    ]
    return (f"Not ranked: {sentences.listed(left)}.",) if left else ()


def _frame(shown: Sequence[Shown]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Indicator": each.one.name,
            "Period": each.one.dated,
            "St Helens": each.latest.text,
            "Unit": each.one.about["unit_label"],
            _FIFTH: each.fifth or "not ranked",
            "Authorities held": each.authorities,
            "Source": each.latest.source,
        }
        for each in shown
    )
