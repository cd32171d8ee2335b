"""The locality map in Chromium: first paint and change of layer, beside a bare Leaflet page with the same outlines."""

import http.server
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page

from tests.e2e.harness.browser import visitor
from tests.e2e.harness.pages import MAP_FRAME, map_frame, open_page
from tests.e2e.harness.servers import Server

_KINDS = ("Deprivation", "Care communities")
_TITLES = ("Tenth of England’s neighbourhoods", "Most registered residents")
_BARE = """<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="leaflet.css">
<script src="leaflet.js"></script></head><body><div id="map" style="height:455px"></div><script>
const map = L.map("map", {zoomSnap: 0.25}).setView([53.45, -2.7], 11);
let areas;
fetch("outlines.json").then(answer => answer.json()).then(scene => {
  for (const name of ["around", "borough"]) { L.geoJSON(scene[name]).addTo(map); }
  areas = L.geoJSON(scene.small, {style: {weight: 1, fillOpacity: 0.5}}).addTo(map);
  scene.practices.forEach(one => L.circleMarker(one.at, {radius: 12}).addTo(map));
  document.body.dataset.ready = "true";
});
</script></body></html>"""
_REPAINT = """colour => new Promise(resolve => { const began = performance.now();
  areas.setStyle({fillColor: colour}); requestAnimationFrame(() => resolve(performance.now() - began)); })"""
_PAINTED = (
    """title => { const head = document.querySelector('.shc-legend h2'); return head && head.textContent === title; }"""
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def bare_leaflet(server: Server, folder: Path) -> Iterator[str]:
    """A page of Leaflet alone with the outlines and practices of our map; its address."""
    with urllib.request.urlopen(f"{server.url}/health", timeout=30) as answer:
        digest = answer.read().decode().split('"digest":"')[1].split('"')[0]
    files = {"leaflet.js": "leaflet.js", "leaflet.css": "leaflet.css", "outlines.json": f"outlines-{digest}.json"}
    for name, ours in files.items():
        with urllib.request.urlopen(f"{server.url}/maps/{ours}", timeout=30) as answer:
            (folder / name).write_bytes(answer.read())
    (folder / "index.html").write_text(_BARE, encoding="utf-8")
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=plain.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{plain.server_port}"
    finally:
        plain.shutdown()
        plain.server_close()


def first_paints(browser: Browser, server: Server, times: int) -> list[float]:
    """Milliseconds from a deep link with an empty cache to outlines, practices and legend drawn."""
    return [_timed(browser, server.url, lambda page: map_frame(_opened(page))) for _ in range(times)]


def bare_first_paints(browser: Browser, address: str, times: int) -> list[float]:
    """The same of the bare page."""
    return [_timed(browser, address, _open_bare) for _ in range(times)]


def layer_changes(browser: Browser, server: Server, times: int) -> list[float]:
    """Milliseconds from a click on a kind of layer to its legend on the map."""
    with visitor(browser, server.url) as guest:
        page = guest.new_page()
        frame = map_frame(_opened(page))
        return [_change(page, frame, turn % len(_KINDS)) for turn in range(times + len(_KINDS))][len(_KINDS) :]


def bare_repaints(browser: Browser, address: str, times: int) -> list[float]:
    """Milliseconds that the bare page needs to give its outlines another colour."""
    with visitor(browser, address) as guest:
        page = guest.new_page()
        _open_bare(page)
        return [float(page.evaluate(_REPAINT, ("red", "blue")[turn % 2])) for turn in range(times)]


def _opened(page: Page) -> Page:
    open_page(page, "/map")
    page.locator(MAP_FRAME).wait_for(state="attached")
    return page


def _open_bare(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("body[data-ready=true]")


def _timed(browser: Browser, address: str, open_it: Any) -> float:
    with visitor(browser, address) as guest:
        page = guest.new_page()
        began = time.perf_counter()
        open_it(page)
        return (time.perf_counter() - began) * 1000


def _change(page: Page, frame: Frame, kind: int) -> float:
    radio = page.get_by_role("radio", name=_KINDS[kind])
    began = time.perf_counter()
    radio.click()
    frame.wait_for_function(_PAINTED, arg=_TITLES[kind], polling="raf")
    return (time.perf_counter() - began) * 1000
