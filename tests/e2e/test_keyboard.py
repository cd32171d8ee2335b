"""Every journey with the keyboard alone, from the top of a fresh page: no mouse, and no focus set by the test.

Back is the browser's own: Alt and the left arrow, which a browser without a window has not, so `go_back` stands for it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.harness.browser import Visitor
from tests.e2e.harness.keyboard import download, follow, pick, press, tab_to
from tests.e2e.harness.pages import expect_no_error, open_page, wait_until_finished

EVIDENCE = "Table, method and downloads"
PACK_MILLISECONDS = 90_000


@pytest.fixture
def page(guest: Visitor) -> Page:
    """A tab with nothing in it."""
    return guest.new_page()


def first_heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def test_the_first_stop_leads_past_the_navigation_and_a_menu_leads_to_its_pages(page: Page) -> None:
    open_page(page, "/")
    press(page, "Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    press(page, "Enter", "Tab")
    expect(page.get_by_role("main").locator(":focus")).to_have_count(1)
    menu = page.get_by_role("button", name="Reference", exact=True)
    tab_to(menu, back=True)
    press(page, "Enter")
    expect(page.get_by_role("menuitem", name="Indicator library")).to_be_focused()
    press(page, "Escape")
    expect(page.get_by_role("menuitem")).to_have_count(0)
    expect(menu).to_be_focused()
    press(page, "Enter", "ArrowDown", "ArrowDown")
    expect(page.get_by_role("menuitem", name="Glossary")).to_be_focused()
    press(page, "Enter")
    expect(first_heading(page)).to_have_text("Glossary")
    page.go_back()
    expect(first_heading(page)).to_contain_text("key measures")


def test_a_measure_leads_to_its_priority_whose_views_open_by_arrows_and_whose_filters_by_typing(page: Page) -> None:
    open_page(page, "/")
    follow(page.get_by_role("link", name="Suicide", exact=True))
    expect(first_heading(page)).to_contain_text("Mental Wellbeing")
    wait_until_finished(page)
    tab_to(page.get_by_role("tab", name="The measures"))
    press(page, "ArrowRight")
    opened = page.get_by_role("tab", name="Around the measures")
    expect(opened).to_have_attribute("aria-selected", "true")
    expect(opened).to_be_focused()
    expect(page).to_have_url(re.compile("part=Around"))
    wait_until_finished(page)
    compared = page.get_by_role("combobox", name="Compare with")
    tab_to(compared, back=True)
    press(page, "ArrowDown")
    expect(page.get_by_role("option")).to_have_count(3)
    press(page, "Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(compared).to_have_value("England")
    press(page, "Shift+Tab")
    pick(page, "Compare with", "North", "North West")
    expect(page).to_have_url(re.compile(r"compare=North\+West"))
    expect_no_error(page)


def test_the_table_under_a_figure_is_read_and_taken_away_and_its_page_opened_and_left_again(page: Page) -> None:
    open_page(page, "/library?indicator=year6_obesity")
    box = page.locator("summary").filter(has_text=EVIDENCE).first
    follow(box)
    cell = page.get_by_test_id("glide-cell-0-0")
    expect(cell).to_be_attached()
    expect(box).to_be_focused()
    tab_to(cell.or_(page.get_by_test_id("data-grid-canvas")))  # the drawing hands the focus on to its first cell
    expect(cell).to_be_focused()
    press(page, "ArrowDown")
    expect(page.get_by_test_id("glide-cell-0-1")).to_be_focused()
    taken = download(page, "Download CSV")
    assert "obesity" in Path(taken.path()).read_text(encoding="utf-8-sig").lower()
    press(page, "Tab")
    expect(page.get_by_role("button", name="Download PNG")).to_be_focused()
    follow(page.get_by_role("link", name="What figure TR-").first)
    expect(page.get_by_text("What it rests on")).to_be_visible()
    expect(first_heading(page)).to_have_text("Obesity in year 6 children")
    expect(page).to_have_title(re.compile("^Figure TR-"))
    page.go_back()
    expect(first_heading(page)).to_have_text("Indicator library")
    expect(page).to_have_url(re.compile("indicator=year6_obesity"))


def test_an_indicator_is_found_set_beside_another_area_and_taken_away(page: Page) -> None:
    open_page(page, "/explore")
    tab_to(page.get_by_label("Find by any word", exact=True))
    page.keyboard.type("smoking")
    found = page.get_by_role("combobox", name="Indicator")
    expect(page.get_by_role("combobox", name=re.compile(r"Indicator \(\d+ found\)"))).to_be_visible()
    wait_until_finished(page)
    press(page, "Tab", "ArrowDown")
    expect(page.get_by_role("option").first).to_have_text("Adults who smoke")
    press(page, "ArrowDown", "Enter")
    expect(page).to_have_url(re.compile("explored="))
    wait_until_finished(page)
    chosen = found.input_value()
    areas = page.get_by_role("combobox", name="Named areas")
    tab_to(areas)
    page.keyboard.type("Knows")
    expect(page.get_by_role("option")).to_have_text(["Knowsley"])
    press(page, "Enter")
    expect(page).to_have_url(re.compile("areas=Knowsley"))
    wait_until_finished(page)
    press(page, "Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(areas).to_be_focused()
    tab_to(page.get_by_role("tab", name="Over time"))
    press(page, "ArrowRight")
    expect(page.get_by_role("tab", name="Compared")).to_have_attribute("aria-selected", "true")
    wait_until_finished(page)
    taken = download(page, re.compile("CSV, with"))
    assert "Knowsley" in Path(taken.path()).read_text(encoding="utf-8-sig")
    for part in ("areas=Knowsley", "shows_as=Compared", "find=smoking", f"explored={chosen.replace(' ', '+')}"):
        assert part in page.url


def test_the_profile_of_another_authority_is_chosen_by_typing(page: Page) -> None:
    open_page(page, "/profile")
    pick(page, "Authority", "Wirr", "Wirral")
    expect(first_heading(page)).to_contain_text("Wirral against England")
    expect(page).to_have_url(re.compile("Wirral"))


def test_a_focus_area_is_chosen_in_the_list_and_a_weight_moved_by_arrows(page: Page) -> None:
    open_page(page, "/model")
    pick(page, "Focus area", "Educ", "Education")
    expect(page.locator(".st-key-model-and-focus").get_by_role("heading", level=2)).to_have_text("Education")
    follow(page.get_by_role("link", name="Where the gap lies: all parts"))
    expect(page.get_by_role("tab", name="Where it lies")).to_be_visible()
    wait_until_finished(page)
    tab_to(page.get_by_role("tab", name="Where it lies"))
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    weight = page.get_by_role("slider", name="Health behaviours")
    tab_to(weight)
    before = int(weight.input_value())
    press(page, "ArrowRight", "ArrowRight")
    expect(page).to_have_url(re.compile(f"weight_of_health_behaviours={before + 2}"))
    expect(weight).to_be_focused()
    wait_until_finished(page)
    expect_no_error(page)


def test_a_pack_is_prepared_and_taken_away_and_a_sheet_of_paper(page: Page) -> None:
    open_page(page, "/take_away")
    pick(page, "Care community", "North", "North")
    follow(page.get_by_role("button", name="Prepare the pack"))
    expect(page.get_by_role("button", name="Download pack_north.zip")).to_be_visible(timeout=PACK_MILLISECONDS)
    expect(page.get_by_role("button", name="Prepare the pack")).to_be_focused()
    assert Path(download(page, "Download pack_north.zip").path()).read_bytes().startswith(b"PK")
    assert Path(download(page, "Sheet of paper (PDF)").path()).read_bytes().startswith(b"%PDF")


def test_a_show_opens_in_a_window_of_its_own_and_moves(page: Page) -> None:
    open_page(page, "/stories")
    show_link = page.get_by_role("link", name="Show", exact=True).last
    tab_to(show_link)
    with page.expect_popup() as opened:
        press(page, "Enter")
    show = opened.value
    expect(show.get_by_text("1 of 10", exact=True)).to_be_visible()
    press(show, "ArrowRight")
    expect(show.get_by_text("2 of 10", exact=True)).to_be_visible()
    show.close()
    expect(show_link).to_be_focused()


def test_a_word_is_looked_up_and_an_indicator_searched_for_and_opened(page: Page) -> None:
    open_page(page, "/glossary")
    tab_to(page.get_by_label("Find a word"))
    page.keyboard.type("interval")
    press(page, "Enter")
    expect(page.get_by_text("95% interval", exact=True)).to_be_visible()
    expect(page.get_by_text("Interquartile")).to_have_count(0)
    expect(page).to_have_url(re.compile("word=interval"))
    open_page(page, "/library")
    tab_to(page.get_by_label("Search names"))
    page.keyboard.type("loneliness")
    result = page.locator(".st-key-results-list").get_by_role("link").filter(has_text="onel").last
    expect(result).to_be_visible()
    wait_until_finished(page)
    follow(result)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("onel")
    expect(page).to_have_url(re.compile("indicator="))
    wait_until_finished(page)
    expect_no_error(page)
