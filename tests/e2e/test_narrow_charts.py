"""On a telephone a drawing fits the screen, or says that it goes on and moves under the keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.harness.browser import visitor
from tests.e2e.harness.pages import open_page
from tests.e2e.harness.servers import Server

_FRAME = '[data-testid="stFullScreenFrame"]:has([data-testid="stVegaLiteChart"])'
_UNDER = f'[data-testid="stElementContainer"]:has(> {_FRAME})'


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with visitor(browser, server.url, width=320, height=800) as guest:
        yield guest.new_page()


def beyond(frame: Locator) -> int:
    return int(frame.evaluate("one => one.scrollWidth - one.clientWidth"))


def hint(page: Page) -> str:
    return str(page.locator(_UNDER).first.evaluate("one => getComputedStyle(one, '::after').content"))


def test_a_chart_over_time_fits_the_narrowest_screen_and_names_its_periods(page: Page) -> None:
    open_page(page, "/explore")
    frame = page.locator(_FRAME).first
    assert beyond(frame) <= 0
    assert hint(page) == "none"
    drawn = frame.locator("svg.marks").text_content() or ""
    assert "to 2015/16" in drawn
    assert "…" not in drawn


def test_a_wider_drawing_says_that_it_goes_on_and_is_moved_by_arrows(page: Page) -> None:
    open_page(page, "/explore?shows_as=Spread")
    frame = page.locator(_FRAME).first
    assert beyond(frame) > 0
    assert "Scroll the drawing sideways" in hint(page)
    frame.get_by_role("button").last.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("selector => document.querySelector(selector).scrollLeft > 0", arg=_FRAME)
