"""Chromium without a network of its own, and a visitor whose every request and console message is written down."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
HOW_TO_GET_ONE = (
    "no Chromium was found on the PATH, so the browser tests cannot run; "
    "on Debian or Ubuntu `sudo apt-get install chromium` brings one"
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL_HOSTS = {"127.0.0.1", "localhost", "[::1]", "::1"}
LOCAL_SCHEMES = {"data", "blob", "about"}

Scheme = Literal["light", "dark"]


def chromium_path() -> str | None:
    """Where Chromium or a sibling of it is installed; None if nowhere."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium(playwright: Playwright, path: str) -> Iterator[Browser]:
    """A headless browser for a while."""
    browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Visitor:
    """A fresh browser profile with a notebook."""

    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def new_page(self) -> Page:
        """A tab whose requests and complaints are written down."""
        page = self.context.new_page()
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(f"error in a script: {error}"))
        return page

    def _note_console(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not _is_base_path_search(address):
            self.complaints.append(f"{message.text} ({address})")

    @property
    def strangers(self) -> list[str]:
        """Requests that were not to this machine."""
        return [address for address in self.requests if not is_local(address)]


@contextmanager
def visitor(
    browser: Browser, base_url: str, *, width: int = 1366, height: int = 768, scheme: Scheme = "light"
) -> Iterator[Visitor]:
    """A visitor to one server; requests that are not to this machine are noted and stopped."""
    context = browser.new_context(
        base_url=base_url, viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB"
    )
    guest = Visitor(context)
    context.on("request", lambda request: guest.requests.append(request.url))
    context.route(lambda address: not is_local(address), lambda route: route.abort())
    try:
        yield guest
    finally:
        context.close()


def is_local(address: str) -> bool:
    """Whether a request stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname in LOCAL_HOSTS


def _is_base_path_search(address: str) -> bool:
    # On a deep link Streamlit first asks whether it lives below that path, is told 404, and asks at the root.
    path = urlsplit(address).path
    return path.endswith(("/_stcore/health", "/_stcore/host-config")) and not path.startswith("/_stcore/")
