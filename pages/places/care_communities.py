"""A care community: its patients, its practices, beside the other three, and who serves whom."""

import streamlit as st

st.title("care_communities")
