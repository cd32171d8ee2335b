"""A viewer without a browser: speaks Streamlit's websocket protocol and times from request to the end of the script."""

import asyncio
import time
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.e2e.harness.servers import Server

LONGEST_SECONDS = 60.0
VIEWS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("mental_wellbeing", "tackling_obesity", "resilient_communities"),
        ("part=Around+the+measures", "part=Practices", "part=Compare+and+explain"),
    ),
    "map": (
        "area=Central",
        "shows=Deprivation",
        "shows=Neighbourhoods",
        "shows=Practices",
        "place=Rainford+Health+Centre+%28North%2C+N83041%29",
    ),
    "model": ("focus=Income", "part_of_model=The+model+as+a+table"),
    "gap": (
        "part_of_gap=Among+all+authorities",
        "part_of_gap=Beside+the+outcomes",
        "part_of_gap=What+if+the+weights+were+different%3F&weight_of_clinical_care=70",
        "part_of_gap=What+it+stands+on",
    ),
    "gradient": (
        "gradient_view=By+tenth",
        "gradient_view=Neighbourhood+by+neighbourhood",
        "gradient_view=Length+of+life",
        "gradient_view=Practices",
        "gradient_view=England",
    ),
    "by_place": ("area=South", "by_place_view=Measure+by+measure&area=South"),
    "marmot": ("marmot_view=The+gap+between+children", "marmot_view=What+the+plan+says"),
    "communities": (
        "area=Central",
        "part=Its+practices&area=Central",
        "part=Side+by+side&area=Central",
        "part=Who+lives+where&area=Central",
    ),
}
"""Views of a page that its address opens."""


@dataclass(frozen=True)
class Address:
    """One page of the navigation."""

    path: str
    script_hash: str
    query: str = ""


@dataclass(frozen=True)
class Run:
    """One run of a page as a viewer saw it."""

    milliseconds: float
    bytes: int
    failed: bool


@dataclass
class Viewer:
    """One open websocket."""

    server: Server
    pages: tuple[Address, ...] = ()
    _socket: ClientConnection | None = field(default=None, repr=False)

    async def __aenter__(self) -> Self:
        """Connect as a browser does."""
        address = f"ws://127.0.0.1:{self.server.port}/_stcore/stream"
        self._socket = await connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(self.server.url),
            max_size=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        assert self._socket is not None
        await self._socket.close()

    async def run(self, page: Address | None = None) -> Run:
        """Ask for a page, the first if none is named, and wait until its script has finished."""
        assert self._socket is not None
        request = BackMsg()
        request.rerun_script.page_script_hash = page.script_hash if page else ""
        request.rerun_script.query_string = page.query if page else ""
        began = time.perf_counter()
        await self._socket.send(request.SerializeToString())
        size, failed = 0, False
        while True:
            received = await asyncio.wait_for(self._socket.recv(), LONGEST_SECONDS)
            assert isinstance(received, bytes)
            size += len(received)
            message = ForwardMsg.FromString(received)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.pages = tuple(
                    Address(one.url_pathname, one.page_script_hash)
                    for one in message.navigation.app_pages
                    if not one.is_hidden
                )
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                failed = True
            elif kind == "script_finished":
                return Run((time.perf_counter() - began) * 1000, size, failed)


async def pages_of(server: Server) -> tuple[Address, ...]:
    """The pages in a server's navigation, and their views; one nameless page where it has none."""
    async with Viewer(server) as viewer:
        await viewer.run()
        views = (replace(page, query=query) for page in viewer.pages for query in VIEWS.get(page.path, ()))
        return (*viewer.pages, *views) or (Address("", ""),)


async def warm_runs(server: Server, page: Address, times: int) -> list[Run]:
    """The page again and again in one session, after two runs that do not count."""
    async with Viewer(server) as viewer:
        for _ in range(2):
            await viewer.run(page)
        return [await viewer.run(page) for _ in range(times)]
