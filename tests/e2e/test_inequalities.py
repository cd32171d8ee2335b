"""The model in a browser without a network: press a part, follow it to an indicator and to the map, and come back."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.harness import axe
from tests.e2e.harness.browser import Scheme, Visitor, visitor
from tests.e2e.harness.pages import expect_no_error, map_frame, open_page, wait_until_finished
from tests.e2e.harness.servers import Server

VIEWS = ("How St Helens compares", "Neighbourhoods and practices", "What the plan says", "The model as a table")
FUEL_POVERTY = "Households in fuel poverty (2020)"


def drawing(page: Page) -> Locator:
    return page.locator("[data-testid=stVegaLiteChart]").first


def press(page: Page, name: str) -> None:
    drawing(page).locator(f"path[aria-label*='Focus area: {name}']").click()


def chosen(page: Page) -> Locator:
    return page.locator(".st-key-model-and-focus").get_by_role("heading", level=2)


def expect_chosen(page: Page, name: str) -> None:
    expect(chosen(page)).to_have_text(name)
    expect(page.get_by_role("combobox", name="Focus area")).to_have_value(name)
    wait_until_finished(page)


def test_the_walk_from_the_model_to_an_indicator_and_to_a_place_and_back(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model")
    press(page, "Income")
    expect_chosen(page, "Income")
    assert "focus=Income" in page.url
    page.get_by_role("link", name="Child poverty, before housing").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("low-income")
    wait_until_finished(page)
    assert "indicator=children_low_income" in page.url
    page.go_back()
    expect_chosen(page, "Income")
    page.get_by_role("tab", name="Neighbourhoods and practices").click()
    page.get_by_role("link", name=FUEL_POVERTY).first.click()
    frame = map_frame(page)
    expect(frame.locator(".shc-legend")).to_be_visible()
    expect(page.get_by_role("combobox", name="Figure")).to_have_value(FUEL_POVERTY)
    expect(page).to_have_url(re.compile("shows=Neighbourhoods"))
    expect(page).to_have_url(re.compile("small_area_figure="))
    page.go_back()
    expect_chosen(page, "Income")
    expect(page.get_by_role("tab", name="Neighbourhoods and practices")).to_have_attribute("aria-selected", "true")
    assert "focus=Income" in page.url
    expect_no_error(page)


def test_parts_can_be_pressed_one_after_the_other_and_again(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model")
    before = drawing(page).bounding_box()
    for name in ("Employment", "Alcohol use", "Employment", "Sexual health", "Employment"):
        press(page, name)
        expect_chosen(page, name)
    assert drawing(page).bounding_box() == before
    press(page, "Employment")
    page.wait_for_timeout(500)
    expect_chosen(page, "Employment")


def test_the_keyboard_chooses_what_a_press_chooses(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model")
    finder = page.get_by_role("combobox", name="Focus area")
    finder.focus()
    finder.press_sequentially("Educ")
    finder.press("Enter")
    expect_chosen(page, "Education")
    assert "focus=Education" in page.url
    press(page, "Income")
    expect_chosen(page, "Income")


def test_every_choice_is_in_the_address_and_survives_reload_and_back(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model?compare=North+West")
    page.get_by_role("radio", name="As printed").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("adds to 95")
    press(page, "Poor Sexual Health")
    expect_chosen(page, "Sexual health")
    page.get_by_role("tab", name="What the plan says").click()
    expect(page.get_by_role("heading", name="Sexual health: what the plan says it will do")).to_be_visible()
    for part in ("compare=North+West", "weights=As+printed", "focus=Sexual+health", "part_of_model=What+the+plan+says"):
        assert part in page.url
    page.reload()
    wait_until_finished(page)
    _expect_printed(page)
    page.get_by_role("link", name="Overview").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("key measures")
    page.go_back()
    _expect_printed(page)


def _expect_printed(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text("adds to 95")
    expect_chosen(page, "Sexual health")
    expect(page.get_by_role("heading", name="Sexual health: what the plan says it will do")).to_be_visible()
    assert re.search("weights=As.printed", page.url)


def test_the_second_model_opens_by_choice_and_by_address(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model?focus=Income")
    page.get_by_role("combobox", name="Model").click()
    page.get_by_role("option", name="ONS Health Index").click()
    expect_chosen(page, "Difficulties in daily life")
    press(page, "Physical health conditions")
    expect_chosen(page, "Physical health conditions")
    expect(page.get_by_text("no figure at all is hung on this part").first).to_be_visible()
    page.reload()
    wait_until_finished(page)
    expect_chosen(page, "Physical health conditions")
    expect_no_error(page)


def test_the_answer_and_the_whole_model_are_on_the_first_screen(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/model")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    last = drawing(page).locator("path[aria-label*='Focus area: Built environment']")
    expect(last).to_be_in_viewport(ratio=0.99)
    expect(chosen(page)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_breaks_no_rule_that_an_empty_page_keeps(
    scheme: Scheme, browser: Browser, server: Server, known_violations: frozenset[str]
) -> None:
    with visitor(browser, server.url, scheme=scheme) as guest:
        page = guest.new_page()
        for view in VIEWS:
            open_page(page, f"/model?focus=Education&part_of_model={view.replace(' ', '+')}")
            sideways = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert sideways <= 0
            assert axe.new_violations(page, known=known_violations) == {}, view
        assert guest.strangers == []
