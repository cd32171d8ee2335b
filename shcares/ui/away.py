"""Take this page away: the figures it shows as PowerPoint and Excel, made of the very figures on screen when asked."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from shcares.export.deck import Deck, Slide
from shcares.export.figure import Figure
from shcares.export.slides import deck_pptx
from shcares.export.workbook import figures_xlsx
from shcares.style import sentences
from shcares.style.palette import Scheme
from shcares.ui import figure_page, figures, filters, reads, shown

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LOOKS = {"PowerPoint": ("pptx", ":material/co_present:"), "Excel": ("xlsx", ":material/table:")}


@st.fragment
def show_away(title: str) -> None:
    """A box at the foot of a page with the files of all its figures; nothing where it shows none."""
    if not shown.figures():
        return
    box = st.expander("Take this page away", icon=":material/download:", key="take-away", on_change="rerun")
    if not box.open:
        return
    # Asked for now and not before: a part of the page may have been drawn again by itself.
    held = shown.figures()
    with box:
        st.markdown(said_of(held))
        with st.container(horizontal=True, vertical_alignment="center"):
            _button(title, "PowerPoint", partial(page_pptx, title, held, filters.current().scheme), figures.POWERPOINT)
            _button(title, "Excel", partial(page_xlsx, title, held), EXCEL)


def said_of(held: Sequence[Figure]) -> str:
    """How many figures there are, and which are not among them."""
    count = sentences.count_words(len(held), "figure")
    return (
        f"{count} on this page, with source, method and notes. "
        "Figures behind closed tabs are not included: open a tab to take its figures."
    )


def _button(title: str, kind: str, make: partial[bytes], mime: str) -> None:
    ending, icon = _LOOKS[kind]
    st.download_button(
        f"{kind} of this page",
        make,
        file_name=f"{file_name(title)}.{ending}",
        mime=mime,
        icon=icon,
        on_click="ignore",
        key=f"away-{ending}",
    )


def file_name(title: str) -> str:
    """The title as a file may be called everywhere."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())


def page_pptx(title: str, held: Sequence[Figure], scheme: Scheme) -> bytes:
    """A slide for each figure: what the figure says is its message, the page's title its heading."""
    slides = tuple(Slide(heading=title, message=figure.sentence, figure=figure) for figure in held)
    return deck_pptx(Deck(title, "St Helens Cares", slides, figures.about(), file_name(title)), scheme)


def page_xlsx(title: str, held: Sequence[Figure]) -> bytes:
    """A sheet for each figure and one of the sources."""
    return figures_xlsx(title, held, sources_of(held), figures.about())


def sources_of(held: Sequence[Figure]) -> pd.DataFrame:
    """The sources of the figures' indicators; every source where a figure rests on more than indicators."""
    found = [figure_page.sources_of(figure) for figure in held]
    if not found or any(rows.empty for rows in found):
        return reads.sources()
    return pd.concat(found).drop_duplicates().reset_index(drop=True)
