"""A story of one's own in a browser: pinned, kept through every move, opened from a file, shown."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.harness.browser import Visitor
from tests.e2e.harness.pages import expect_no_error, open_page, wait_until_finished

GOOD = """title = "Told by me"
purpose = "For a test."
[[slides]]
heading = "One"
message = "My own words."
[[slides]]
heading = "Two"
figure = "trend"
filters = { indicator = "year6_obesity" }
"""


def bar(page: Page) -> str:
    return page.get_by_test_id("stPopoverButton").inner_text()


def test_a_pinned_figure_stays_pinned_through_reload_another_page_and_back(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/library?indicator=year6_obesity")
    page.get_by_text("Table, method and downloads").first.click()
    page.get_by_role("button", name="Pin to my story").first.click()
    expect(page.get_by_test_id("stPopoverButton")).to_contain_text("My story (1)")
    expect(page).to_have_url(re.compile(r"story=TR-"))
    page.reload()
    wait_until_finished(page)
    assert "(1)" in bar(page)
    page.get_by_role("link", name="Tackling Obesity").first.click()
    expect(page).to_have_url(re.compile(r"tackling_obesity.*story=TR-"))
    wait_until_finished(page)
    assert "(1)" in bar(page)
    # The story is written into the address of a page once that is drawn, which is a step of its own on the way back.
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(r"library.*story=TR-"))
    wait_until_finished(page)
    assert "(1)" in bar(page)


def test_pinning_leaves_the_filters_of_the_address_alone(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/library?indicator=year6_obesity")
    page.get_by_text("Table, method and downloads").first.click()
    page.get_by_role("combobox", name="Compare with").click()
    page.get_by_role("option", name="North West").click()
    expect(page).to_have_url(re.compile(r"compare=North"))
    wait_until_finished(page)
    page.get_by_role("button", name="Pin to my story").first.click()
    expect(page).to_have_url(re.compile(r"story="))
    expect(page).to_have_url(re.compile(r"compare=North"))
    page.get_by_test_id("stPopoverButton").click()
    page.get_by_role("button", name="Clear my story").click()
    expect(page).not_to_have_url(re.compile(r"story="))
    expect(page).to_have_url(re.compile(r"compare=North"))


def test_the_slides_of_a_story_are_listed_before_it_is_opened_and_each_leads_to_its_place(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/stories")
    page.get_by_text("What its 10 slides say").click()
    listed = page.get_by_role("table", name="The plan on ten slides")
    expect(listed.get_by_role("link")).to_have_count(10)
    said = listed.get_by_role("row").nth(3).get_by_role("cell").first.inner_text()
    with page.expect_popup() as opened:
        listed.get_by_role("link").nth(2).click()
    expect(opened.value.locator("section:not([hidden]) .place")).to_have_text("3 of 10")
    expect(opened.value.locator("section:not([hidden]) h1")).to_have_text(said.strip())


def test_a_story_opened_from_a_file_is_shown_as_it_is_written_and_one_with_faults_is_refused(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/stories")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "mine.toml", "mimeType": "text/plain", "buffer": GOOD.encode()})
    expect(page.get_by_role("heading", name="Told by me")).to_be_visible()
    chooser.set_input_files({"name": "bad.toml", "mimeType": "text/plain", "buffer": b"title = 3\n"})
    expect(page.get_by_text("This file cannot be opened as a story")).to_be_visible()
    expect(page.get_by_role("heading", name="Told by me")).to_be_visible()
    wait_until_finished(page)
    expect_no_error(page)
    with page.expect_popup() as opened:
        page.locator("a[href*='told=']").click()
    show = opened.value
    expect(show.locator("section:not([hidden]) h1")).to_have_text("My own words.")
    show.keyboard.press("ArrowRight")
    expect(show.locator("section:not([hidden]) svg")).to_be_visible()


def test_files_opened_one_right_after_another_leave_the_last_one_open(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/stories")
    chooser = page.locator("input[type=file]")
    for number in range(6):
        text = GOOD.replace("Told by me", f"Telling {number}").replace("My own words.", f"Words of {number}.")
        chooser.set_input_files({"name": f"{number}.toml", "mimeType": "text/plain", "buffer": text.encode()})
        expect(page.get_by_role("heading", name=f"Telling {number}")).to_be_visible()
    wait_until_finished(page)
    expect_no_error(page)
    with page.expect_popup() as opened:
        page.locator("a[href*='told=']").click()
    expect(opened.value.locator("section:not([hidden]) h1")).to_have_text("Words of 5.")


def test_figures_pinned_from_a_file_bring_its_words_but_not_over_words_of_ones_own(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/stories")
    text = GOOD.replace('figure = "trend"', 'message = "Of the file."\nfigure = "trend"')
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.toml", "mimeType": "text/plain", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Pin its figures to my story").click()
    expect(page).to_have_url(re.compile(r"story=TR-"))
    page.get_by_text("1. Obesity in year 6 children").click()
    message = page.get_by_role("textbox", name="Message").first
    expect(message).to_have_value("Of the file.")
    message.fill("Of my own.")
    message.press("Tab")
    wait_until_finished(page)
    page.get_by_role("button", name="Pin its figures to my story").click()
    wait_until_finished(page)
    expect_no_error(page)
    expect(message).to_have_value("Of my own.")
    with page.expect_popup() as opened:
        page.locator("a[href*='told=']").first.click()
    expect(opened.value.locator("section:not([hidden]) h1")).to_have_text("Of my own.")
