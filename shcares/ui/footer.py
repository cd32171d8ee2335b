"""What stands under every page: how fresh the figures are and whose they are."""

import streamlit as st

from shcares.ui import away, reads

LICENCE = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown "
    "copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right."
)


def show_footer(title: str) -> None:
    """The page to take away under its title; data date, edition and attribution."""
    away.show_away(title)
    info = reads.build_info()
    st.html(
        "<footer class='shc-footer'>"
        f"<p><strong>{reads.gathered()}</strong> Data edition {info.digest[:8]}. "
        f"Plan: {reads.plan().title}.</p>"
        f"<p>{LICENCE}</p></footer>"
    )
