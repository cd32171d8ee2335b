"""What to do when an address names no page."""

import streamlit as st

from shcares.ui import router

router.show_not_found(st.query_params.get("address", ""))
