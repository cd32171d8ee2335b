"""The one way to show a figure: drawing, plain sentence, source, and one click away table, method and downloads."""

from collections.abc import Callable
from contextlib import nullcontext
from html import escape
from typing import Any

import streamlit as st

from shcares.charts import house, narrow
from shcares.charts.table import table_chart
from shcares.export import picture, table
from shcares.export.deck import Deck, Slide
from shcares.export.figure import Figure
from shcares.export.slides import deck_pptx
from shcares.style.glossary import explained
from shcares.style.palette import Scheme
from shcares.ui import filters, pins, reads, router, shown

__all__ = ["Figure", "figure_png", "figure_pptx", "figure_spec", "figure_svg", "show", "show_words"]

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_ENDINGS = {"PowerPoint": "pptx"}
_ICONS = {"CSV": ":material/download:", "PowerPoint": ":material/co_present:"}


def show(figure: Figure) -> None:
    """Put a figure on the page, whole."""
    shown.note(figure)
    if figure.table_first:
        _table(figure)
    _draw(figure.identity, figure)
    _evidence(figure)


def show_words(figure: Figure) -> None:
    """What belongs under a drawing that the page has put there itself: sentence, source, table, method, downloads."""
    shown.note(figure)
    _say(figure.identity, figure)
    _evidence(figure)


@st.cache_data(show_spinner=False, max_entries=500)
def _say(identity: str, _figure: Figure) -> None:  # noqa: ARG001 (the key of the replay)
    st.html(_caption(_figure))


@st.cache_data(show_spinner=False, max_entries=500)
def _draw(identity: str, _figure: Figure) -> None:  # noqa: ARG001 (the key of the replay)
    # Drawn once and then replayed for every viewer: making a chart's message costs more than all else on a page.
    if _figure.html is not None:
        st.html(_figure.html)
    elif _figure.spec is not None:
        with st.container(key=f"fits-{_figure.id}") if narrow.fits(_figure.spec) else nullcontext():
            drawn = narrow.for_screens(_figure.spec)
            st.vega_lite_chart(None, drawn, width="stretch", alt=_figure.sentence, key=f"chart-{_figure.id}")
    st.html(_caption(_figure))


def _table(figure: Figure) -> None:
    st.dataframe(figure.frame, hide_index=True, key=f"table-{figure.id}", alt=f"Table of {figure.title}")


def _caption(figure: Figure) -> str:
    notes = "".join(f"<p class='shc-note'>{explained(note)}</p>" for note in figure.notes)
    return (
        f"<div class='shc-caption'><p class='shc-sentence'>{escape(figure.sentence)}</p>{notes}"
        f"<p class='shc-source'>{escape(figure.area)} · {escape(figure.period)} · {escape(figure.source.rstrip('.'))}"
        f"{_named(figure)}</p></div>"
    )


def _named(figure: Figure) -> str:
    return f" · Figure <span class='shc-ref'>{figure.ref}</span>." if figure.ref else "."


@st.fragment
def _evidence(figure: Figure) -> None:
    box = st.expander(
        "Table, method and downloads", icon=":material/table_view:", key=f"evidence-{figure.id}", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        st.html(f"<p class='shc-method'><strong>How it is worked out.</strong> {explained(figure.method)}</p>")
        if not figure.table_first:
            _table(figure)
        with st.container(horizontal=True, vertical_alignment="center"):
            _download(figure, "CSV", lambda: table.frame_csv(figure.frame, figure.provenance), "text/csv")
            _download(figure, "PNG", lambda: figure_png(figure), "image/png")
            _download(figure, "SVG", lambda: figure_svg(figure), "image/svg+xml")
            scheme = filters.current().scheme
            _download(figure, "PowerPoint", lambda: figure_pptx(figure, scheme), POWERPOINT)
            if figure.ref:
                show_ways(figure)


def show_ways(figure: Figure) -> None:
    """The ways on from a figure: into one's own story, and to the page that says what it rests on."""
    pins.show_pin(figure.ref, key=f"pin-{figure.id}")
    st.page_link(
        router.path_of(router.FIGURE),
        label=f"What figure {figure.ref} rests on",
        query_params={"figure": figure.ref},
        icon=":material/data_object:",
    )


def _download(figure: Figure, kind: str, make: Callable[[], bytes], mime: str) -> None:
    ending = _ENDINGS.get(kind, kind.lower())
    st.download_button(
        f"Download {kind}",
        make,
        file_name=f"{figure.id}.{ending}",
        mime=mime,
        icon=_ICONS.get(kind, ":material/image:"),
        on_click="ignore",
        key=f"{ending}-{figure.id}",
    )


def figure_png(figure: Figure) -> bytes:
    """The figure as a picture that still makes sense pasted into an e-mail."""
    return picture.chart_png(figure_spec(figure), footnotes=figure.footnotes)


def figure_svg(figure: Figure) -> bytes:
    """The same picture as lines that stay sharp at any size."""
    return picture.chart_svg(figure_spec(figure), footnotes=figure.footnotes).encode()


def figure_pptx(figure: Figure, scheme: Scheme) -> bytes:
    """The figure as one slide to put into another deck."""
    slide = Slide("St Helens Cares", figure.sentence, figure)
    return deck_pptx(Deck(figure.title, "St Helens Cares", (slide,), about(), figure.id), scheme)


def about() -> str:
    """When the figures were gathered, and of which edition they are."""
    return f"{reads.gathered()} Data edition {reads.build_info().digest[:8]}."


def figure_spec(figure: Figure) -> dict[str, Any]:
    """The drawing of a figure as Vega-Lite; of one without a chart its table."""
    return figure.spec or (figure.still() if figure.still else _table_spec(figure))


def _table_spec(figure: Figure) -> dict[str, Any]:
    return house.spec(table_chart(figure.short_frame, finding=figure.title, subtitle=figure.sentence))
