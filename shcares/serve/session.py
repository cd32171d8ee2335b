"""One visit without a browser: opens a Streamlit session in this process and runs pages in it, as a viewer would."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

_LONGEST_RUN_SECONDS = 120.0


@dataclass
class _Viewer(SessionClient):
    """Receives what a browser would and remembers the pages on offer."""

    finished: asyncio.Event = field(default_factory=asyncio.Event)
    pages: tuple[str, ...] = ()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Note the navigation and the end of a run; the rest is for eyes."""
        if msg.HasField("navigation"):
            self.pages = tuple(page.page_script_hash for page in msg.navigation.app_pages)
        if msg.HasField("script_finished"):
            self.finished.set()

    @property
    def client_context(self) -> None:
        """There is no request behind this visit."""
        return


@contextmanager
def _visit(runtime: Runtime, viewer: _Viewer) -> Iterator[str]:
    session_id = runtime.connect_session(viewer, {})
    try:
        yield session_id
    finally:
        runtime.close_session(session_id)


async def visit_every_page(runtime: Runtime) -> int:
    """Run the front page and then each page of the navigation once; returns how many pages there are."""
    viewer = _Viewer()
    with _visit(runtime, viewer) as session_id:
        await _run_page(runtime, session_id, viewer, "")
        pages = viewer.pages
        for page in pages:
            await _run_page(runtime, session_id, viewer, page)
    return len(pages)


async def _run_page(runtime: Runtime, session_id: str, viewer: _Viewer, page_script_hash: str) -> None:
    request = BackMsg()
    request.rerun_script.page_script_hash = page_script_hash
    viewer.finished.clear()
    runtime.handle_backmsg(session_id, request)
    await asyncio.wait_for(viewer.finished.wait(), _LONGEST_RUN_SECONDS)
