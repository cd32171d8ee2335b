"""Every page as it is met without a mouse or without eyes: each stop of Tab, and what a screen reader says in order."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from shcares.ui import router
from tests.e2e.harness.browser import visitor
from tests.e2e.harness.keyboard import stops
from tests.e2e.harness.pages import map_frame, open_page
from tests.e2e.harness.servers import Server
from tests.e2e.harness.spoken import Said, spoken, spoken_in_frames
from tests.e2e.test_everyone import EVERY

UNNAMED_BY_STREAMLIT = {"RootWebArea", "main", "Canvas"}
"""The page and its main part, which are known by their kind, and the drawn table: the region round it has the name."""
EVIDENCE = "Table, method and downloads"
# Blocks that stand in a column go down the page in their order, blocks in a row to the right or on to the next line.
_OUT_OF_ORDER = """() => {
  const found = [];
  for (const block of document.querySelectorAll('[data-testid=stMain] *')) {
    const { display, flexDirection } = getComputedStyle(block);
    if (!/flex|grid/.test(display) || block.closest('svg')) continue;
    const parts = [...block.children].filter(part => part.getClientRects().length
      && !['absolute', 'fixed'].includes(getComputedStyle(part).position));
    const boxes = parts.map(part => part.getBoundingClientRect()).filter(box => box.width && box.height);
    const across = display.includes('grid') || flexDirection.startsWith('row');
    boxes.slice(1).forEach((box, place) => {
      const before = boxes[place];
      const on = across ? box.left >= before.left || box.top >= before.bottom - 2 : box.top >= before.top;
      if (!on) found.push(block.textContent.slice(0, 60));
    });
  }
  return found;
}"""
# Cells of tables whose row of headings is not shown, and that do not say their column themselves.
_CELLS_WITHOUT_COLUMN = """() => [...document.querySelectorAll('.shc-table')]
  .filter(table => getComputedStyle(table.querySelector('thead')).display === 'none')
  .flatMap(table => [...table.querySelectorAll('tbody tr:not(.shc-under) td')])
  .filter(cell => cell.innerText.trim() && !getComputedStyle(cell, '::before').content.match(/"[^"]+"/))
  .map(cell => cell.innerText.slice(0, 40))"""


@pytest.fixture(scope="module")
def tab(browser: Browser, server: Server) -> Iterator[Page]:
    """One tab for all pages, so that the browser fetches the program once."""
    with visitor(browser, server.url) as arrived:
        yield arrived.new_page()
        assert arrived.strangers == []
        assert arrived.complaints == []


@pytest.fixture(scope="module", params=EVERY)
def page(tab: Page, request: pytest.FixtureRequest) -> Page:
    """A page, opened once for all that is looked at on it."""
    open_page(tab, EVERY[request.param])
    if request.param == "map":
        map_frame(tab)
    return tab


@pytest.fixture(scope="module")
def said(page: Page) -> list[Said]:
    """What a screen reader says of the page, in order."""
    return spoken(page)


@pytest.fixture(scope="module")
def in_main(said: list[Said]) -> list[Said]:
    """What it says of the main part."""
    return said[[one.role for one in said].index("main") :]


def test_tab_goes_through_the_page_and_every_stop_is_seen_and_ringed(page: Page) -> None:
    found = stops(page)
    assert len(found) > 20
    # Streamlit's drawn table shows its focus as a ringed cell inside its own drawing, which no style tells of.
    assert [stop for stop in found if not stop.grid and not (stop.seen and stop.ringed)] == []


def test_whatever_the_focus_can_come_to_has_a_name(page: Page, said: list[Said]) -> None:
    reached = [one for one in (*said, *spoken_in_frames(page)) if one.focusable]
    assert [one.role for one in reached if not one.name and one.role not in UNNAMED_BY_STREAMLIT] == []
    for drawn_table in page.get_by_test_id("stDataFrameResizable").all():
        assert drawn_table.get_attribute("aria-label")


def test_the_tab_names_the_page_and_landmarks_lead_through_it(page: Page, said: list[Said]) -> None:
    titles = {spec.title for specs in router.SECTIONS.values() for spec in specs}
    name = page.title().removesuffix(" · St Helens Cares")
    assert name in titles or name == "Figure TR-QRCD"
    roles = [one.role for one in said]
    assert roles.count("main") == 1
    assert roles.count("banner") == 1
    assert roles.index("navigation") < roles.index("main")
    assert (said[1].role, said[1].name) == ("link", "Skip to main content")


def test_one_heading_stands_over_the_page_and_none_skips_a_level(in_main: list[Said]) -> None:
    levels = [one.level for one in in_main if one.role == "heading"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max((after - before for before, after in pairwise(levels)), default=0) <= 1


def test_the_answer_is_said_before_the_first_drawing_and_each_drawing_leads_to_its_table(in_main: list[Said]) -> None:
    drawings = [place for place, one in enumerate(in_main) if one.role == "graphics-document"]
    answer = next(place for place, one in enumerate(in_main) if one.role == "heading")
    for place, following in pairwise([*drawings, len(in_main)]):
        assert place > answer
        name = in_main[place].name
        assert len(name) > 20
        after = in_main[place + 1 : following]
        repeated = next((at for at, one in enumerate(after) if one.role == "StaticText" and one.name == name), None)
        table = next((at for at, one in enumerate(after) if one.name == EVIDENCE and one.focusable), None)
        assert repeated is not None, f"the sentence is not under its drawing: {name}"
        assert table is not None, f"no table under the drawing: {name}"
        assert repeated < table


def test_of_a_drawing_title_and_subtitle_are_read_and_no_mark_for_itself(page: Page, in_main: list[Said]) -> None:
    if "/model" in page.url:
        pytest.skip("the parts of this drawing can be pressed")
    symbols = [one.name for one in in_main if one.role == "graphics-symbol"]
    assert [name for name in symbols if not re.match("Title|Subtitle", name)] == []


def test_every_picture_table_and_frame_says_what_it_is(page: Page, in_main: list[Said]) -> None:
    assert [one for one in in_main if one.role in ("image", "table") and not one.name] == []
    roles = [one.role for one in in_main]
    tables = page.locator(".shc-table").count()
    assert roles.count("table") == tables
    assert roles.count("columnheader") >= tables
    assert [one.name for one in in_main if one.role == "Iframe" and "st_folium" in one.name] == []


def test_what_is_read_first_stands_first(page: Page) -> None:
    assert page.evaluate(_OUT_OF_ORDER) == []


@pytest.mark.parametrize("name", ["overview", "plan-check"])
def test_a_cell_says_its_column_where_an_enlarged_screen_stacks_the_table(
    name: str, browser: Browser, server: Server
) -> None:
    with visitor(browser, server.url, width=683, height=800) as guest:
        narrow = guest.new_page()
        open_page(narrow, EVERY[name])
        assert narrow.locator(".shc-table td").count() > 10
        assert narrow.evaluate(_CELLS_WITHOUT_COLUMN) == []
