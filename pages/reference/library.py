"""Every indicator: search and results on the left, all there is to know of one on the right."""

import streamlit as st

from shcares.ui import filters, indicator, library

choice = filters.current()
library.show_search()
results, detail = st.columns([1, 2], gap="large")
with results:
    opened = library.show_results()
with detail:
    if opened:
        indicator.show_indicator(opened, choice)
