"""What a person sees in Chromium: the first visit with an empty cache, a click to another page, the bytes of it."""

import time
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.e2e.harness.browser import visitor
from tests.e2e.harness.pages import open_page
from tests.e2e.harness.servers import Server

# Follow a link of the navigation and answer the milliseconds until the script has finished, its charts are drawn and a
# frame is on the screen.
_CLICK = """href => new Promise(resolve => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = () => [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
    .every(chart => chart.querySelector('svg, canvas'));
  const began = performance.now();
  let ran = false;
  const look = () => {
    const state = app.getAttribute('data-test-script-state');
    ran = ran || state === 'running';
    const there = new URL(href, location.href).pathname === location.pathname;
    if (there && state === 'notRunning' && drawn() && (ran || performance.now() - began > 400)) {
      requestAnimationFrame(() => resolve(performance.now() - began - (ran ? 0 : 400)));
    } else { setTimeout(look, 1); }
  };
  new MutationObserver(() => {
    if (app.getAttribute('data-test-script-state') === 'running') { ran = true; }
  }).observe(app, {attributes: true});
  [...document.querySelectorAll('a[href]')].find(link => link.getAttribute('href') === href).click();
  look();
})"""
_SECTIONS = '[data-testid="stTopNavSection"]'
_LINKS = '[data-testid="stTopNavLink"], [data-testid="stTopNavDropdownLink"], [data-testid="stSidebarNavLink"]'


@dataclass(frozen=True)
class Visit:
    """One first visit: how long, and how much came over the wire."""

    milliseconds: float
    bytes: int
    requests: int


def first_visit(browser: Browser, server: Server, path: str = "/") -> Visit:
    """A visitor with an empty cache, until the page is finished."""
    with visitor(browser, server.url) as guest:
        page = guest.new_page()
        counted = _count_bytes(page)
        began = time.perf_counter()
        open_page(page, path)
        return Visit((time.perf_counter() - began) * 1000, sum(counted), len(guest.requests))


def clicks(browser: Browser, server: Server, times: int) -> list[float]:
    """Milliseconds from a click in the navigation to the page painted, round and round its entries."""
    with visitor(browser, server.url) as guest:
        page = guest.new_page()
        open_page(page)
        entries = page.locator(_SECTIONS).count() or page.locator(_LINKS).count()
        if entries < 2:
            return []
        told = [_click_entry(page, (number + 1) % entries) for number in range(entries + times)]
        return told[entries:]


def _click_entry(page: Page, number: int) -> float:
    """Click an entry of the navigation: the first link of a section that opens, or a link that lies there plainly."""
    sections = page.locator(_SECTIONS)
    plain = sections.count() == 0
    if not plain:
        sections.nth(number).click()
    link = page.locator(_LINKS).nth(number if plain else 0)
    href = link.get_attribute("href")
    return float(page.evaluate(_CLICK, href))


def _count_bytes(page: Page) -> list[int]:
    counted: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: counted.append(int(event["encodedDataLength"])))
    # A websocket frame comes as base64 text: three bytes in four characters.
    session.on(
        "Network.webSocketFrameReceived", lambda event: counted.append(len(event["response"]["payloadData"]) * 3 // 4)
    )
    return counted
