"""The locality map in a browser without a network: every layer draws, a click answers, and nothing jumps."""

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from shcares.style.palette import NETWORK
from tests.e2e.harness import axe, servers
from tests.e2e.harness.browser import Visitor, visitor
from tests.e2e.harness.pages import expect_no_error, map_frame, open_page, wait_until_finished
from tests.e2e.harness.servers import Server

LAYERS = {
    "/map": ("Most registered residents", 119),
    "/map?area=Central": ("Registered residents on Central’s lists", 119),
    "/map?shows=Deprivation": ("Tenth of England’s neighbourhoods", 119),
    "/map?shows=Deprivation&deprivation=IMD+2025%3A+health+and+disability": ("Tenth of England’s neighbourhoods", 119),
    "/map?shows=Neighbourhoods": ("Index", 119),
    "/map?shows=Neighbourhoods&small_area_figure=Obesity+in+year+6+children%2C+small+areas": ("%", 23),
    "/map?shows=Practices": ("Diabetes, 2020/21", 119),
}
LOWE_HOUSE = ("Central Surgery", "Newholme Surgery", "Ormskirk House", "Parkfield Surgery")


def chosen(page: Page) -> str:
    return page.get_by_role("combobox", name="Find a place").input_value()


def mark_frame(frame: Frame) -> None:
    frame.evaluate("() => { window.seen = 'before'; }")


def is_the_same(frame: Frame) -> bool:
    return bool(frame.evaluate("() => window.seen === 'before'"))


def click_practice(frame: Frame, name: str) -> None:
    frame.locator(f".shc-practice[aria-label^='{name}:']").click()


@pytest.mark.parametrize(("address", "drawn"), LAYERS.items())
def test_every_layer_draws_with_its_legend_and_no_network(guest: Visitor, address: str, drawn: tuple[str, int]) -> None:
    page = guest.new_page()
    open_page(page, address)
    frame = map_frame(page)
    title, areas = drawn
    expect(frame.locator(".shc-legend h2")).to_have_text(title)
    expect(frame.locator(".shc-legend")).to_be_visible()
    expect(frame.locator("path.leaflet-interactive")).to_have_count(areas)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect_no_error(page)


def test_in_black_and_white_communities_differ_by_pattern_and_their_practices_by_shape(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map?colours=Black+and+white%2C+for+print")
    frame = map_frame(page)
    drawn = frame.locator("#shc-patterns > defs > pattern").evaluate_all(
        "all => Object.fromEntries(all.map(one => [one.id, one.innerHTML]))"
    )
    used = frame.locator("path.leaflet-interactive").evaluate_all("all => all.map(one => one.getAttribute('fill'))")
    assert set(used) <= {f"url(#{name})" for name in drawn}
    assert len({drawn[code] for code in NETWORK}) == len(NETWORK)
    assert frame.locator(".shc-legend .shc-form").count() == len(NETWORK)
    corners = frame.locator(".shc-legend .shc-form").evaluate_all(
        "all => all.map(one => getComputedStyle(one).borderRadius)"
    )
    assert len(set(corners)) == len(NETWORK)
    assert not guest.complaints


def test_a_click_on_a_practice_is_in_panel_and_address_and_survives_reload_and_back(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map")
    frame = map_frame(page)
    mark_frame(frame)
    click_practice(frame, "Rainford Health Centre")
    expect(page.get_by_role("heading", name="Rainford Health Centre", level=2)).to_be_visible()
    expect(page).to_have_url(re.compile("place=Rainford"))
    assert is_the_same(frame)
    page.reload()
    wait_until_finished(page)
    map_frame(page)
    expect(page.get_by_role("heading", name="Rainford Health Centre", level=2)).to_be_visible()
    page.get_by_role("link", name="Overview").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("key measures")
    page.go_back()
    expect(page.get_by_role("heading", name="Rainford Health Centre", level=2)).to_be_visible()
    assert "place=Rainford" in page.url


def test_a_click_on_a_neighbourhood_or_a_community_is_in_panel_and_address(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map")
    frame = map_frame(page)
    mark_frame(frame)
    frame.evaluate("() => map_div.setView([53.385, -2.69], 15, {animate: false})")
    box = page.locator("iframe[title*=st_folium]").bounding_box()
    assert box is not None
    frame.evaluate("() => map_div.setView([53.4065, -2.71], 15, {animate: false})")
    page.mouse.click(box["x"] + 200, box["y"] + 200)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("(0")
    expect(page).to_have_url(re.compile("place="))
    frame.locator(".shc-legend button", has_text="Newton & Haydock").click()
    expect(page.get_by_role("heading", name="Newton & Haydock care community", level=2)).to_be_visible()
    assert is_the_same(frame)


def test_a_change_of_layer_colours_or_area_repaints_the_map_and_moves_nothing(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map")
    frame = map_frame(page)
    mark_frame(frame)
    frame.evaluate("() => map_div.setView([53.46, -2.65], 13, {animate: false})")
    before = page.locator("iframe[title*=st_folium]").bounding_box()
    page.get_by_role("radio", name="Deprivation").click()
    expect(frame.locator(".shc-legend h2")).to_have_text("Tenth of England’s neighbourhoods")
    page.get_by_role("combobox", name="Area").click()
    page.get_by_role("option", name="North", exact=True).click()
    expect(page.get_by_role("combobox", name="Area")).to_have_value("North")
    page.get_by_role("radio", name="Care communities").click()
    expect(frame.locator(".shc-legend h2")).to_have_text("Registered residents on North’s lists")
    assert is_the_same(frame)
    assert frame.evaluate("() => map_div.getZoom()") == 13
    assert page.locator("iframe[title*=st_folium]").bounding_box() == before


@pytest.mark.parametrize("name", LOWE_HOUSE)
def test_each_of_four_practices_in_one_house_can_be_pointed_at(guest: Visitor, name: str) -> None:
    page = guest.new_page()
    open_page(page, "/map")
    frame = map_frame(page)
    click_practice(frame, name)
    expect(page.get_by_role("heading", name=name, level=2)).to_be_visible()


def test_the_list_and_the_keyboard_choose_what_a_click_chooses(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map")
    frame = map_frame(page)
    marker = frame.locator(".shc-practice[aria-label^='Garswood Surgery:']")
    marker.focus()
    marker.press("Enter")
    expect(page.get_by_role("heading", name="Garswood Surgery", level=2)).to_be_visible()
    finder = page.get_by_role("combobox", name="Find a place")
    finder.fill("Park House")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", name="Atlas Medical Practice", level=2)).to_be_visible()
    expect(frame.locator(".shc-practice.shc-chosen")).to_have_attribute("aria-label", re.compile("Atlas"))


def test_a_view_to_start_from_is_one_click_and_nonsense_in_the_address_is_ignored(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/map?place=Atlantis&shows=Treasure&small_area_figure=%00")
    frame = map_frame(page)
    expect_no_error(page)
    page.get_by_role("button", name="Where Central’s patients live").click()
    expect(frame.locator(".shc-legend h2")).to_have_text("Registered residents on Central’s lists")
    expect(page.get_by_role("combobox", name="Area")).to_have_value("Central")


@pytest.mark.parametrize(
    "address", ["/map", "/map?shows=Neighbourhoods&small_area_figure=Obesity+in+year+6+children%2C+small+areas"]
)
def test_the_frame_breaks_no_rule_that_an_empty_page_keeps(
    guest: Visitor, address: str, known_violations: frozenset[str]
) -> None:
    page = guest.new_page()
    open_page(page, address)
    found = axe.new_violations(map_frame(page), known=known_violations)
    # Rules about a whole page: a frame is a part of one, whose heading and main landmark are outside it.
    assert {
        rule: said for rule, said in found.items() if rule not in ("landmark-one-main", "page-has-heading-one")
    } == {}


class _Tiles(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.end_headers()
        self.wfile.write(b"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def tiles() -> Iterator[str]:
    """A tile server on this machine: the address of its tiles."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.svg"
    server.shutdown()
    server.server_close()


def test_streets_are_fetched_only_where_the_operator_names_them_and_a_viewer_asks(
    browser: Browser, tiles: str, logs: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.exists()
    monkeypatch.setenv("SHCARES_TILES", tiles)
    with servers.dashboard(logs) as server, visitor(browser, server.url) as guest:
        page = guest.new_page()
        open_page(page, "/map?shows=Deprivation")
        map_frame(page)
        assert _Tiles.asked == []
        page.get_by_text("Streets underneath").click()
        page.wait_for_timeout(1500)
        assert len(_Tiles.asked) > 3
        assert guest.complaints == []


def test_without_a_tile_server_nobody_is_offered_streets(guest: Visitor, server: Server) -> None:
    assert server.url
    page = guest.new_page()
    open_page(page, "/map?shows=Deprivation")
    expect(page.get_by_text("Streets underneath")).to_have_count(0)
