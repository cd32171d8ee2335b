"""How fast, how heavy and how crowded: measured on this machine, side by side with an empty page of plain Streamlit."""
