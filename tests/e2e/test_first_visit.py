"""The very first visitor after a start, on any address, sees the page: no box, no error, no request to elsewhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.harness.browser import Visitor, visitor
from tests.e2e.harness.pages import expect_no_error, open_page, page_not_found_box
from tests.e2e.harness.servers import Server, dashboard, dashboard_under_streamlit

Start = Callable[[Path], AbstractContextManager[Server]]


@pytest.mark.parametrize("start", [dashboard, dashboard_under_streamlit])
def test_a_deep_link_to_a_server_that_has_served_nothing_opens_its_page(
    start: Start, browser: Browser, store: Path, logs: Path
) -> None:
    assert store.exists()
    with start(logs) as server, visitor(browser, server.url) as guest:
        page = guest.new_page()
        open_page(page, "/mental_wellbeing")
        assert page_not_found_box(page) == 0
        assert page.url.endswith("/mental_wellbeing")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect_no_error(page)
    assert guest.strangers == []
    assert guest.complaints == []


@pytest.mark.parametrize("path", ["/", "/library", "/tackling_obesity", "/plan_check"])
def test_no_request_leaves_this_machine_and_no_console_error_is_made(guest: Visitor, path: str) -> None:
    page = guest.new_page()
    open_page(page, path)
    expect_no_error(page)
    assert len(guest.requests) > 10
    assert guest.strangers == []
    assert guest.complaints == []
