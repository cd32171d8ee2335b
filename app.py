"""Doorway: `streamlit run app.py` serves the dashboard just as `python -m shcares serve` does."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from shcares.serve.asgi import MAIN_SCRIPT, app_parts
from shcares.ui.main import main

if get_script_run_ctx() is None:
    app = st.App(MAIN_SCRIPT, **app_parts())
else:
    # Streamlit's test runner runs this file itself, as a script.
    main()
