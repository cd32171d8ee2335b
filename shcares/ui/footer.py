"""What stands under every page: how fresh the figures are and whose they are."""

import streamlit as st

from shcares.style import formats
from shcares.ui import reads

LICENCE = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right."
)


def show_footer() -> None:
    """Data date, edition and attribution."""
    info = reads.build_info()
    st.html(
        "<footer class='shc-footer'>"
        f"<p>Figures as gathered to <strong>{formats.day(info.data_date)}</strong> · data edition {info.digest[:8]} · "
        "plan: St Helens Cares strategic plan, printed targets for 2026/7</p>"
        f"<p>{LICENCE}</p></footer>"
    )
