"""Fixtures of the browser tests: one store, one server and one Chromium for the whole session, a fresh visitor each."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from shcares.pipeline import build
from tests.e2e.harness import axe, servers
from tests.e2e.harness.browser import HOW_TO_GET_ONE, Visitor, chromium, chromium_path, visitor
from tests.e2e.harness.pages import open_page
from tests.e2e.harness.servers import ROOT, Server


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where servers leave their words."""
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go unless SHCARES_SHOTS says otherwise."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="session")
def store() -> Path:
    """The store of the shipped data, built once."""
    return build(ROOT / "data")


@pytest.fixture(scope="session")
def server(store: Path, logs: Path) -> Iterator[Server]:
    """The dashboard as `python -m shcares serve`."""
    assert store.exists()
    with servers.dashboard(logs) as started:
        yield started


@pytest.fixture(scope="session")
def empty_page_server(logs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Plain Streamlit with an empty page: the measure of what is Streamlit's own."""
    script = tmp_path_factory.mktemp("empty") / "empty.py"
    script.write_text("import streamlit as st\n\nst.title('Empty')\n", encoding="utf-8")
    with servers.stock_streamlit(script, logs) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium. Without one the test is skipped, or fails where SHCARES_REQUIRE_BROWSER is set."""
    path = chromium_path()
    if path is None:
        if os.environ.get("SHCARES_REQUIRE_BROWSER"):
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    with sync_playwright() as playwright, chromium(playwright, path) as started:
        yield started


@pytest.fixture
def guest(browser: Browser, server: Server) -> Iterator[Visitor]:
    """A visitor to the dashboard; afterwards no request may have left this machine and no console error been made."""
    with visitor(browser, server.url) as arrived:
        yield arrived
    assert arrived.strangers == []
    assert arrived.complaints == []


@pytest.fixture(scope="session")
def known_violations(browser: Browser, empty_page_server: Server) -> frozenset[str]:
    """The axe-core rules that an empty page of plain Streamlit breaks by itself, in either theme."""
    found: set[str] = set()
    for scheme in ("light", "dark"):
        with visitor(browser, empty_page_server.url, scheme=scheme) as arrived:
            page = arrived.new_page()
            open_page(page)
            found |= set(axe.violations(page))
    return frozenset(found)
