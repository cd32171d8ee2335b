"""The dashboard as a web server: Streamlit as an ASGI app, prepared before it answers, compressed, well-headed.

readiness   what the server is doing before it can answer, as one small value
prepare     build the store if it is missing, run every page once, freeze the garbage collector
session     one visit without a browser: the warm-up's viewer
gate        503 and a page that says so until everything is ready
headers     content security policy and the other security headers
assets      scripts, styles and component files: compressed once, answered from memory
show        a story as one page of its own, outside Streamlit
encoded     an answer compressed as its client asks
routes      the health route, and the list of Streamlit's routes that this dashboard does not use
asgi        the parts put together: keyword arguments for st.App
command     python -m shcares serve
"""
