"""The locality map: one layer at a time, and a panel about what is selected."""

import streamlit as st

st.title("locality_map")
