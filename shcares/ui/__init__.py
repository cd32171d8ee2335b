"""The only package that knows Streamlit: router, filters, cached reads, figures, and what pages are made of."""
