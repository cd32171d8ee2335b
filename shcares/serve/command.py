"""python -m shcares serve: one process, one port, until Ctrl+C."""

import os

import streamlit as st
import uvicorn

from shcares.serve.asgi import MAIN_SCRIPT, ROOT, app_parts
from shcares.serve.readiness import Readiness


def serve(host: str, port: int) -> int:
    """Serve until stopped; returns the exit code: 1 if the figures could not be prepared or the port is taken."""
    # Streamlit looks for .streamlit/config.toml in the current folder.
    os.chdir(ROOT)
    readiness = Readiness()
    app = st.App(MAIN_SCRIPT, **app_parts(readiness, on_failure=lambda: setattr(server, "should_exit", True)))
    server = uvicorn.Server(settings(app, host, port))
    shown_host = f"[{host}]" if ":" in host else host
    print(f"St Helens Cares: http://{shown_host}:{port} (Ctrl+C stops it)", flush=True)
    try:
        server.run()
    except SystemExit:
        return 1
    except KeyboardInterrupt:
        return 0
    return 0 if server.started and readiness.failure is None else 1


def settings(app: st.App, host: str, port: int) -> uvicorn.Config:
    """How uvicorn answers: quietly, one process, telling nobody what it is."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        # A page's messages are some 100 kB: deflating them for each viewer took 5 ms of a 25 ms answer.
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )
