"""Doorway for `streamlit run app.py`; `python -m shcares serve` runs the same script."""

from shcares.ui.main import main

main()
