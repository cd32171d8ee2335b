"""Opening a page of the dashboard and knowing when it is finished."""

import os
from pathlib import Path

from playwright.sync_api import Frame, Page, Response, expect

READY_MILLISECONDS = 60_000
_FINISHED = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
MAP_FRAME = "iframe[title*=st_folium]"
_ALL_CHARTS_DRAWN = """() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
    .every(chart => chart.querySelector('svg, canvas'))"""
_NOTHING_STALE = """() => !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')"""


def open_page(page: Page, path: str = "/") -> Response:
    """Go to a page by its address and wait until it is finished; returns the answer to the first request."""
    response = page.goto(path, wait_until="domcontentloaded")
    assert response is not None
    wait_until_finished(page)
    return response


def wait_until_finished(page: Page) -> None:
    """Wait until the script has run, nothing is stale and every chart is drawn.

    After a click also wait for the words that the click should change: the script may not have started yet.
    """
    page.wait_for_selector(_FINISHED, timeout=READY_MILLISECONDS)
    page.wait_for_function(_NOTHING_STALE, timeout=READY_MILLISECONDS)
    page.wait_for_function(_ALL_CHARTS_DRAWN, timeout=READY_MILLISECONDS)
    page.evaluate("() => document.fonts.ready.then(() => true)")


def map_frame(page: Page) -> Frame:
    """The frame of the locality map, once its outlines are drawn and its legend stands."""
    page.locator(MAP_FRAME).wait_for(state="attached", timeout=READY_MILLISECONDS)
    handle = page.locator(MAP_FRAME).element_handle()
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.wait_for_selector("html[data-shc-ready=true]", state="attached", timeout=READY_MILLISECONDS)
    frame.wait_for_selector(".shc-legend li", timeout=READY_MILLISECONDS)
    return frame


def page_not_found_box(page: Page) -> int:
    """How many of Streamlit's own "Page not found" boxes are open."""
    return page.get_by_role("dialog").filter(has_text="Page not found").count()


def expect_no_error(page: Page) -> None:
    """No exception box of Streamlit's on the page."""
    expect(page.get_by_test_id("stException")).to_have_count(0)


def save_picture(page: Page, name: str, folder: Path) -> Path:
    """A picture of the whole page, in `folder` or where SHCARES_SHOTS says."""
    target = Path(os.environ.get("SHCARES_SHOTS", folder)) / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target, full_page=True)
    return target
