"""python -m tests.bench: prints what it measured and fails nothing."""

import argparse
import asyncio
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.bench import england, maps, report, show, workshop
from tests.bench.crowd import THINKING_SECONDS, crowd
from tests.bench.painted import clicks, first_visit
from tests.bench.wire import Run, pages_of, warm_runs
from tests.e2e.harness.browser import HOW_TO_GET_ONE, chromium, chromium_path
from tests.e2e.harness.servers import ROOT, Server, free_port, running, stock_streamlit

EMPTY_PAGE = "import streamlit as st\n"


@dataclass(frozen=True)
class Length:
    """How long to measure."""

    runs: int
    viewers: int
    crowd_seconds: float
    visits: int
    clicks: int
    observations: int


AT_LENGTH = Length(runs=60, viewers=60, crowd_seconds=30, visits=5, clicks=20, observations=10_000_000)
QUICK = Length(runs=20, viewers=60, crowd_seconds=10, visits=2, clicks=8, observations=1_000_000)


def main() -> int:
    """Measure and print."""
    length = _length()
    print(
        f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors; all on this machine"
    )
    with ExitStack() as stack:
        folder = stack.enter_context(workshop.copy_of_project())
        report.heading("Building the store from data/, in a process of its own")
        made = workshop.build(folder)
        print(f"{made.seconds:.1f} s, {made.peak_megabytes:,.0f} MB at most, file {made.file_megabytes:.1f} MB")
        _measure(folder, length, "as shipped")
        if length.observations:
            report.heading("All of England: every practice and upper-tier authority, made up for this measurement")
            rows, seconds = england.grow(workshop.store_of(folder), length.observations)
            size = workshop.store_of(folder).stat().st_size / 1e6
            print(f"{rows:,} observations made in {seconds:.1f} s, file {size:,.0f} MB")
            _measure(folder, length, "all of England")
    return 0


def _measure(folder: Path, length: Length, name: str) -> None:
    with _servers(folder) as (ours, empty_stock, empty_ours):
        servers = {"plain Streamlit, empty page": empty_stock, "served our way, empty page": empty_ours, name: ours}
        _browser_part(servers, length)
        _server_part(servers, length)
        _crowd_part(servers, length)
        held = workshop.memory_megabytes(ours)
        print(f"\nThe server ({name}) holds {held:,.0f} MB" if held else "")


@contextmanager
def _servers(folder: Path) -> Iterator[tuple[Server, Server, Server]]:
    with TemporaryDirectory(prefix="shcares-bench-") as name, ExitStack() as stack:
        script = Path(name) / "empty.py"
        script.write_text(EMPTY_PAGE, encoding="utf-8")
        stock = stack.enter_context(stock_streamlit(script, Path(name)))
        port = free_port()
        command = (sys.executable, "-m", "tests.bench.empty_ours", str(script), str(port))
        empty = stack.enter_context(running(command, port, "/health", Path(name) / "empty.log", folder=ROOT))
        yield stack.enter_context(workshop.serving(folder)), stock, empty


def _server_part(servers: dict[str, Server], length: Length) -> None:
    report.heading("Warm server time: websocket request to script finished, milliseconds")
    rows = []
    for name, server in servers.items():
        for page in asyncio.run(pages_of(server)):
            runs = asyncio.run(warm_runs(server, page, length.runs))
            times = [run.milliseconds for run in runs]
            size = report.kilobytes(sum(run.bytes for run in runs) / len(runs))
            rows.append(
                (
                    f"{name} /{page.path} {page.query}".strip(),
                    report.middle(times),
                    report.ninety_fifth(times),
                    size,
                    _failures(runs),
                )
            )
    report.table(("page", "median", "95th", "kB", "failed"), rows)


def _failures(runs: list[Run]) -> str:
    return str(sum(run.failed for run in runs))


def _browser_part(servers: dict[str, Server], length: Length) -> None:
    report.heading("Chromium: first visit with an empty cache, then clicks in the navigation, milliseconds")
    path = chromium_path()
    if path is None:
        print(HOW_TO_GET_ONE)
        return
    rows = []
    with sync_playwright() as playwright, chromium(playwright, path) as browser:
        # The browser's own first page is slower than all that follow; let it not count against whoever comes first.
        first_visit(browser, next(iter(servers.values())))
        for name, server in servers.items():
            visits = [first_visit(browser, server) for _ in range(length.visits + 1)]
            later = report.middle([visit.milliseconds for visit in visits[1:]])
            weight = report.kilobytes(visits[0].bytes)
            click = report.middle(clicks(browser, server, length.clicks))
            rows.append((name, f"{visits[0].milliseconds:.0f}", later, weight, str(visits[0].requests), click))
        report.table(("", "first since start", "later", "kB", "requests", "click to painted"), rows)
        _map_part(browser, servers, length)
        _show_part(browser, servers, length)


def _map_part(browser: Browser, servers: dict[str, Server], length: Length) -> None:
    report.heading("Chromium: the locality map, milliseconds")
    empty, ours = next(iter(servers.items())), next(reversed(servers.items()))
    visits = [first_visit(browser, empty[1]).milliseconds for _ in range(length.visits)]
    with TemporaryDirectory(prefix="shcares-bench-") as name, maps.bare_leaflet(ours[1], Path(name)) as bare:
        rows = [
            (empty[0], report.middle(visits), ""),
            (
                "bare Leaflet, the same outlines",
                report.middle(maps.bare_first_paints(browser, bare, length.visits)),
                report.middle(maps.bare_repaints(browser, bare, length.clicks)),
            ),
            (
                f"{ours[0]} /map",
                report.middle(maps.first_paints(browser, ours[1], length.visits)),
                report.middle(maps.layer_changes(browser, ours[1], length.clicks)),
            ),
        ]
    report.table(("", "first paint", "change of layer"), rows)


def _show_part(browser: Browser, servers: dict[str, Server], length: Length) -> None:
    report.heading("Chromium: from a key to the next slide painted; beside it a rerun on the wire, milliseconds")
    empty, ours = next(iter(servers.items())), next(reversed(servers.items()))
    measured = {
        f"{empty[0]}, rerun": show.reruns(empty[1], length.runs),
        f"{ours[0]} {show.STORY}, next slide": show.slide_changes(browser, ours[1], length.runs),
    }
    rows = [(name, report.middle(times), report.ninety_fifth(times)) for name, times in measured.items()]
    report.table(("", "median", "95th"), rows)


def _crowd_part(servers: dict[str, Server], length: Length) -> None:
    low, high = THINKING_SECONDS
    report.heading(f"{length.viewers} viewers who think for {low:.0f} to {high:.0f} s between pages, milliseconds")
    rows = []
    for name, server in servers.items():
        times, failed = asyncio.run(crowd(server, length.viewers, length.crowd_seconds))
        rows.append((name, str(len(times)), report.middle(times), report.ninety_fifth(times), str(failed)))
    report.table(("", "pages", "median", "95th", "failed"), rows)


def _length() -> Length:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run with a tenth of the made-up figures")
    parser.add_argument("--observations", type=int, help="how many made-up observations; 0 leaves that part out")
    options = parser.parse_args()
    length = QUICK if options.quick else AT_LENGTH
    if options.observations is None:
        return length
    return replace(length, observations=options.observations)


if __name__ == "__main__":
    sys.exit(main())
