"""Streamlit as an ASGI app with everything this dashboard adds to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypedDict

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from shcares.serve.assets import CompressedAssets
from shcares.serve.gate import Gate
from shcares.serve.headers import SecurityHeaders
from shcares.serve.lost import LostVisitors
from shcares.serve.maps import map_route
from shcares.serve.memory import share_one_heap
from shcares.serve.prepare import STATIC_FOLDER, prepare
from shcares.serve.readiness import Readiness
from shcares.serve.routes import ShutRoutes, health_route
from shcares.serve.show import show_route

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
# The script lives in another folder than pages/: beside it, Streamlit would take pages/ for its older multipage scheme
# and answer the first deep link after a start with "Page not found".
MAIN_SCRIPT = ROOT / "shcares" / "ui" / "main.py"

Lifespan = Callable[[st.App], AbstractAsyncContextManager[None]]


class AppParts(TypedDict):
    """What st.App takes beside its script."""

    lifespan: Lifespan
    routes: list[BaseRoute]
    middleware: list[Middleware]


def app_parts(readiness: Readiness | None = None, on_failure: Callable[[], None] | None = None) -> AppParts:
    """What st.App takes: a lifespan that prepares, the routes, and the middleware, outermost first."""
    share_one_heap()
    state = readiness or Readiness()
    return {
        "lifespan": _lifespan(state, on_failure),
        "routes": [health_route(state), map_route(), show_route()],
        "middleware": [
            Middleware(SecurityHeaders, index_page=STATIC_FOLDER / "index.html"),
            Middleware(Gate, readiness=state),
            Middleware(ShutRoutes),
            Middleware(LostVisitors),
            Middleware(CompressedAssets),
        ],
    }


def _lifespan(readiness: Readiness, on_failure: Callable[[], None] | None) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: st.App) -> AsyncIterator[None]:
        # In the background, so that the health route and the waiting page answer meanwhile.
        task = asyncio.create_task(_prepare(app, readiness, on_failure))
        try:
            yield
        finally:
            task.cancel()

    return lifespan


async def _prepare(app: st.App, readiness: Readiness, on_failure: Callable[[], None] | None) -> None:
    await prepare(DATA, readiness, app)
    if readiness.failure is not None and on_failure is not None:
        on_failure()
