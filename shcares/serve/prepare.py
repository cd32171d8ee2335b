"""What is done once: before the first visitor the store, the first view of every page; after that all other views."""

import asyncio
import gc
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit
from starlette.types import ASGIApp
from streamlit.runtime import Runtime

from shcares.domain.errors import DataError
from shcares.pipeline import build, latest_store, store_path
from shcares.serve.assets import warm_assets
from shcares.serve.readiness import Readiness
from shcares.serve.session import visit_every_page

STATIC_FOLDER = Path(streamlit.__file__).parent / "static"
_LOG = logging.getLogger(__name__)


async def prepare(root: Path, readiness: Readiness, app: ASGIApp) -> None:
    """Make the server ready, or say in `readiness` why it cannot be; then fill the caches behind the first visitors."""
    started = time.perf_counter()
    try:
        store = await asyncio.to_thread(ready_store, root, readiness)
        readiness.digest = store.stem.rpartition("-")[2]
        readiness.data_date = await asyncio.to_thread(_data_date)
        await _warm(readiness, app)
    except DataError as error:
        _fail(readiness, f"{len(error.problems)} fault(s) in the data", str(error))
    except Exception as error:
        _LOG.exception("The server could not be made ready")
        _fail(readiness, type(error).__name__, str(error))
    else:
        readiness.ready = True
        print(f"Ready after {time.perf_counter() - started:.1f} s.", flush=True)
        await _warm_behind(readiness)
        print(f"Every view prepared after {time.perf_counter() - started:.1f} s.", flush=True)


def ready_store(root: Path, readiness: Readiness) -> Path:
    """The store of today's data, built if missing; if the data has faults, they are printed and the last one serves."""
    wanted = store_path(root)
    if wanted.exists():
        return wanted
    print("Building the store from data/, once:", flush=True)
    try:
        return build(root, progress=readiness.report)
    except DataError as error:
        last_good = latest_store(root)
        if last_good is None:
            raise
        print(f"The data has faults, so the last good figures are shown ({last_good.name}):\n{error}", flush=True)
        return last_good


async def _warm(readiness: Readiness, app: ASGIApp) -> None:
    """Compress the front end and run every page once, as it opens; then quieten the collector."""
    readiness.report("Warming the pages", 0.9)
    await asyncio.gather(warm_assets(app, STATIC_FOLDER), visit_every_page(Runtime.instance()))
    _freeze()


async def _warm_behind(readiness: Readiness) -> None:
    """Make the views that nobody has opened yet, so that whoever opens one does not wait for it."""
    try:
        await asyncio.to_thread(_fill_caches)
    except Exception:
        # A view that cannot be made says so to the visitor who opens it; the others are still served.
        _LOG.exception("Not every view could be prepared")
    _freeze()
    readiness.warm = True


def _freeze() -> None:
    """What lives now lives until the end: frozen, it is not walked by any collection again."""
    gc.collect()
    gc.freeze()


# Streamlit's caches choose their storage when declared, so `ui` is imported only here: its runtime has started.
def _fill_caches() -> None:
    from shcares.ui import warm

    with _no_session_needed():
        warm.warm()


@contextmanager
def _no_session_needed() -> Iterator[None]:
    """Keep Streamlit from warning, once for every cached call, that no viewer asked."""
    logger = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _data_date() -> str | None:
    from shcares.ui import reads

    with _no_session_needed():
        newest = reads.build_info().data_date
    return newest.isoformat() if newest is not None else None


def _fail(readiness: Readiness, summary: str, detail: str) -> None:
    readiness.failure = summary
    print(f"The figures could not be prepared: {summary}\n{detail}", flush=True)
