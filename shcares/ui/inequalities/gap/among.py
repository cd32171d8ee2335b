"""View: every authority on the model, or on a part of it, in three bands, with how sure each place is."""

import streamlit as st

from shcares.ui import figures
from shcares.ui.filters import Choice
from shcares.ui.inequalities.gap.among_figure import among_figure
from shcares.ui.inequalities.gap.standing import WHOLE, items

AMONG = "among"


def show_among(model_id: str, choice: Choice) -> None:
    """Choose a part of the model; the authorities on it."""
    offered = items(model_id)
    if st.session_state.get(AMONG, WHOLE) not in offered:  # a part of the other model
        st.session_state[AMONG] = WHOLE
    chosen = st.selectbox(
        "Part of the model",
        list(offered),
        key=AMONG,
        bind="query-params",
        width=360,
        help="The whole model, one of its factors or one of its focus areas.",
    )
    figures.show(among_figure(model_id, items(model_id)[chosen], choice.scheme))
