"""The one way to show a figure: drawing, plain sentence, source, and one click away table, method and downloads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from uuid import uuid4

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.table import table_chart
from shcares.export import picture, table


@dataclass(frozen=True)
class Figure:
    """Everything a figure carries wherever it goes.

    `spec` is a Vega-Lite dict drawn as a chart; `still` makes one for the picture alone, where the page has a drawing
    of its own; `html` is what a table or a strip of facts looks like on the page.
    `frame` is the table view: column names as they should be read. A figure without a chart is pictured as that table,
    by `picture_columns` where all its columns would be too wide; `table_first` puts the table itself on the page.
    """

    id: str
    title: str
    sentence: str
    period: str
    area: str
    source: str
    method: str
    frame: pd.DataFrame
    spec: dict[str, Any] | None = None
    html: str | None = None
    still: Callable[[], dict[str, Any]] | None = None
    picture_columns: tuple[str, ...] = ()
    table_first: bool = False
    notes: tuple[str, ...] = ()
    identity: str = field(default_factory=lambda: uuid4().hex, repr=False, compare=False)

    @property
    def provenance(self) -> dict[str, str]:
        """The columns every download carries."""
        return {
            "Figure": self.title,
            "Periods": self.period,
            "Areas": self.area,
            "Source": self.source,
            "Method": self.method,
        }

    @property
    def footnotes(self) -> list[str]:
        """The lines under every picture."""
        return [f"{self.area}. {self.period}.", *self.notes, self.source]


def show(figure: Figure) -> None:
    """Put a figure on the page, whole."""
    if figure.table_first:
        _table(figure)
    _draw(figure.identity, figure)
    _evidence(figure)


def show_words(figure: Figure) -> None:
    """What belongs under a drawing that the page has put there itself: sentence, source, table, method, downloads."""
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
        st.vega_lite_chart(None, _figure.spec, width="stretch", alt=_figure.sentence, key=f"chart-{_figure.id}")
    st.html(_caption(_figure))


def _table(figure: Figure) -> None:
    st.dataframe(figure.frame, hide_index=True, key=f"table-{figure.id}", alt=f"Table of {figure.title}")


def _caption(figure: Figure) -> str:
    notes = "".join(f"<p class='shc-note'>{escape(note)}</p>" for note in figure.notes)
    return (
        f"<div class='shc-caption'><p class='shc-sentence'>{escape(figure.sentence)}</p>{notes}"
        f"<p class='shc-source'>{escape(figure.area)} · {escape(figure.period)} · {escape(figure.source)}</p></div>"
    )


@st.fragment
def _evidence(figure: Figure) -> None:
    box = st.expander(
        "Table, method and downloads", icon=":material/table_view:", key=f"evidence-{figure.id}", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        st.markdown(f"**How it is worked out.** {figure.method}")
        if not figure.table_first:
            _table(figure)
        with st.container(horizontal=True):
            st.download_button(
                "Download CSV",
                lambda: table.frame_csv(figure.frame, figure.provenance),
                file_name=f"{figure.id}.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                key=f"csv-{figure.id}",
            )
            st.download_button(
                "Download PNG",
                lambda: figure_png(figure),
                file_name=f"{figure.id}.png",
                mime="image/png",
                icon=":material/image:",
                on_click="ignore",
                key=f"png-{figure.id}",
            )


def figure_png(figure: Figure) -> bytes:
    """The figure as a picture that still makes sense pasted into an e-mail."""
    spec = figure.spec or (figure.still() if figure.still else _table_spec(figure))
    return picture.chart_png(spec, footnotes=figure.footnotes)


def _table_spec(figure: Figure) -> dict[str, Any]:
    frame = figure.frame[list(figure.picture_columns)] if figure.picture_columns else figure.frame
    return house.spec(table_chart(frame, finding=figure.title, subtitle=figure.sentence))
