"""An empty page served our way: the same middleware, the same imports, the same quiet collector, one line of script."""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn

from shcares.serve.asgi import app_parts
from shcares.serve.command import settings
from shcares.serve.readiness import Readiness


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    import shcares.ui.warm  # noqa: F401

    gc.collect()
    gc.freeze()
    yield


def main() -> None:
    """Serve the script named first on the port named second."""
    parts = app_parts(Readiness(ready=True))
    parts["lifespan"] = _lifespan
    app = st.App(Path(sys.argv[1]).resolve(), **parts)
    uvicorn.Server(settings(app, "127.0.0.1", int(sys.argv[2]))).run()


if __name__ == "__main__":
    main()
