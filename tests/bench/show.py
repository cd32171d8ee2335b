"""How long a slide takes to change in a browser, beside a rerun of an empty page of plain Streamlit."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import Browser, Page

from tests.bench.wire import pages_of, warm_runs
from tests.e2e.harness.browser import visitor
from tests.e2e.harness.servers import Server

STORY = "/show/plan_on_ten_slides"
# Presses a key and answers the milliseconds until the slide is on the screen: after the next frame has been drawn.
_PRESS = """key => new Promise(resolve => {
  const began = performance.now();
  document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  requestAnimationFrame(() => {
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => resolve(performance.now() - began);
    drawn.port2.postMessage(0);
  });
})"""


def slide_changes(browser: Browser, server: Server, times: int) -> list[float]:
    """Milliseconds from a key to the next slide painted, to and fro through a story."""
    with visitor(browser, server.url) as guest:
        page = guest.new_page()
        page.goto(STORY)
        last = page.locator("section").count() - 1
        told = [
            _press(page, "ArrowRight" if (number // last) % 2 == 0 else "ArrowLeft") for number in range(last + times)
        ]
        return told[last:]


def _press(page: Page, key: str) -> float:
    return float(page.evaluate(_PRESS, key))


def reruns(server: Server, times: int) -> list[float]:
    """Milliseconds of a rerun on the wire, without what a browser then takes to draw it."""
    # In a thread of its own: beside an open browser this one already has a loop of events.
    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, _reruns(server, times)).result()


async def _reruns(server: Server, times: int) -> list[float]:
    page = (await pages_of(server))[0]
    return [run.milliseconds for run in await warm_runs(server, page, times)]
