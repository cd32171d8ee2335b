"""One GP practice: its names, its list, its patients, its registers."""

import streamlit as st

st.title("practices")
