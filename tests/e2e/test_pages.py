"""Every page as three people meet it: by deep link, by click, by Back, in either theme and size."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.harness import axe
from tests.e2e.harness.browser import Scheme, Visitor, visitor
from tests.e2e.harness.pages import expect_no_error, map_frame, open_page, save_picture, wait_until_finished
from tests.e2e.harness.servers import Server

PAGES = {
    "overview": "/",
    "mental-wellbeing": "/mental_wellbeing",
    "tackling-obesity": "/tackling_obesity",
    "resilient-communities": "/resilient_communities",
    "around": "/tackling_obesity?part=Around+the+measures",
    "practices": "/mental_wellbeing?part=Practices&area=South",
    "compare": "/resilient_communities?part=Compare+and+explain",
    "map": "/map",
    "community-patients": "/communities?area=Central",
    "community-practices": "/communities?part=Its+practices&area=South",
    "communities-beside": "/communities?part=Side+by+side",
    "communities-lived": "/communities?part=Who+lives+where&area=North",
    "practice-registers": "/practices",
    "practice-list": "/practices?part_of_practice=Its+list",
    "practice-homes": "/practices?part_of_practice=Where+its+patients+live",
    "practice-names": "/practices?part_of_practice=Names+and+doubts",
    "practices-all": "/practices?part_of_practice=All+practices+of+the+plan",
    "plan-check": "/plan_check",
    "library": "/library?indicator=falls_admissions_65",
}
PRIORITIES = {
    "/mental_wellbeing": "Mental Wellbeing",
    "/tackling_obesity": "Tackling Obesity",
    "/resilient_communities": "Resilient Communities",
}
# The theme changes no size: the large screen is looked at in one.
SCREENS: list[tuple[tuple[int, int], Scheme]] = [((1366, 768), "light"), ((1366, 768), "dark"), ((1920, 1080), "light")]


@pytest.mark.parametrize(("size", "scheme"), SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_the_screen_and_breaks_no_rule_that_an_empty_page_keeps(
    name: str,
    size: tuple[int, int],
    scheme: Scheme,
    browser: Browser,
    server: Server,
    known_violations: frozenset[str],
    pictures: Path,
) -> None:
    width, height = size
    with visitor(browser, server.url, width=width, height=height, scheme=scheme) as guest:
        page = guest.new_page()
        open_page(page, PAGES[name])
        if name == "map":
            map_frame(page)
        expect_no_error(page)
        save_picture(page, f"{name}-{width}-{scheme}", pictures)
        sideways = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0
        assert axe.new_violations(page, known=known_violations) == {}
        assert guest.strangers == []


def test_the_answer_and_every_priority_are_on_the_first_screen(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/")
    for heading in ("Mental Wellbeing", "Tackling Obesity", "Resilient Communities"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_contain_text("key measures")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


@pytest.mark.parametrize(("path", "title"), PRIORITIES.items())
def test_the_first_screen_of_a_priority_answers_whether_it_is_on_course(guest: Visitor, path: str, title: str) -> None:
    page = guest.new_page()
    open_page(page, path)
    answer = page.get_by_role("heading", level=1)
    expect(answer).to_contain_text(title)
    expect(answer).to_contain_text("on course for 2026/7")
    expect(answer).to_be_in_viewport()
    tiles = page.locator(".shc-tiles li")
    for place in range(tiles.count()):
        expect(tiles.nth(place)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("tab", name="Around the measures")).to_be_in_viewport()


@pytest.mark.parametrize("view", ["Around the measures", "Practices", "Compare and explain"])
def test_a_view_of_a_priority_opens_by_its_address_and_stays_through_a_reload(guest: Visitor, view: str) -> None:
    page = guest.new_page()
    open_page(page, f"/resilient_communities?part={view.replace(' ', '+')}")
    expect(page.get_by_role("tab", name=view)).to_have_attribute("aria-selected", "true")
    page.reload()
    wait_until_finished(page)
    expect(page.get_by_role("tab", name=view)).to_have_attribute("aria-selected", "true")
    expect_no_error(page)


def test_another_series_of_a_card_changes_that_card_and_leaves_the_others_alone(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/mental_wellbeing")
    wait_until_finished(page)
    other = page.locator(".st-key-card-1-2 [data-testid=stVegaLiteChart] svg, .st-key-card-1-2 canvas").first
    expect(other).to_be_visible()
    other.evaluate("drawing => { drawing.dataset.seen = 'before'; }")
    page.locator(".st-key-card-1-1").get_by_role("radio", name="Self-harm admissions, 10-24").click()
    expect(page.locator(".st-key-card-1-1")).to_contain_text("978.7 per 100,000 people aged 10 to 24 in 2018/19")
    assert other.get_attribute("data-seen") == "before"


def test_another_comparator_changes_the_words_and_does_not_redraw_the_runway(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/tackling_obesity")
    card = page.locator(".st-key-card-2-5b")
    drawing = card.locator("[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas").first
    expect(drawing).to_be_visible()
    drawing.evaluate("drawing => { drawing.dataset.seen = 'before'; }")
    expect(card).to_contain_text("above England (30.2)")
    page.get_by_role("combobox", name="Compare with").click()
    page.get_by_role("option", name="North West").click()
    expect(card).to_contain_text("above the North West (37.2)")
    assert drawing.get_attribute("data-seen") == "before"


def test_a_measure_leads_to_its_page_and_back_keeps_the_filters(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/?compare=North+West")
    page.get_by_role("link", name="Healthy life expectancy").click()
    expect(page.get_by_role("heading", name="2.4 Increase Healthy Life Expectancy by 2 years")).to_be_visible()
    assert "compare=North+West" in page.url
    page.get_by_role("link", name="All that is held on Healthy life expectancy, women").click()
    expect(page.get_by_role("heading", name="Healthy life expectancy at birth")).to_be_visible()
    assert "compare=North+West" in page.url
    assert "indicator=healthy_life_expectancy" in page.url
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Tackling Obesity", exact=True)).to_be_visible()
    wait_until_finished(page)
    assert "compare=North+West" in page.url
    assert page.get_by_role("combobox", name="Compare with").input_value() == "North West"


def test_hurried_clicks_and_back_end_on_a_whole_page(browser: Browser, server: Server) -> None:
    hurried = [*PRIORITIES.values(), "Overview", *reversed(PRIORITIES.values())] * 3
    with visitor(browser, server.url) as guest:
        page = guest.new_page()
        open_page(page, "/")
        for name, pause in zip(hurried, itertools.cycle((80, 30, 200, 5)), strict=False):
            page.get_by_role("link", name=name, exact=True).first.evaluate("link => link.click()")
            page.wait_for_timeout(pause)
            if pause == 5:
                page.go_back(wait_until="commit")
        page.get_by_role("link", name="Tackling Obesity", exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Tackling Obesity")
        wait_until_finished(page)
        expect_no_error(page)
        assert not [said for said in guest.complaints if "Cached ForwardMsg" in said]


def test_a_reload_keeps_what_was_chosen(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/?area=South&colours=Red%2C+amber%2C+green")
    expect(page.get_by_role("heading", name="South care community in figures")).to_be_visible()
    page.reload()
    wait_until_finished(page)
    expect(page.get_by_role("heading", name="South care community in figures")).to_be_visible()


def test_nonsense_in_the_address_is_ignored_with_a_working_page(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/?area=Atlantis&compare=%00&colours=plaid")
    expect_no_error(page)
    expect(page.get_by_role("heading", name="St Helens in figures")).to_be_visible()


def test_an_address_that_names_no_page_offers_the_nearest(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/libary")
    expect(page.get_by_role("heading", name="There is no page at this address")).to_be_visible()
    page.get_by_role("link", name="Did you mean Indicator library?").click()
    expect(page.get_by_role("heading", name="Indicator library")).to_be_visible()


def test_typing_in_the_search_narrows_the_list_and_a_result_opens(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/library")
    page.get_by_label("Search names").fill("loneliness")
    link = page.locator(".st-key-results-list").get_by_role("link").filter(has_text="onel").first
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("onel")
    wait_until_finished(page)
    expect_no_error(page)


def test_what_was_opened_stays_open_through_tabs_and_filters(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/library?q=self-harm")
    page.get_by_role("link", name="ages 10 to 24").first.click()
    opened = page.get_by_role("heading", level=2).first
    expect(opened).to_contain_text("10 to 24")
    page.get_by_role("tab", name="Areas compared").click()
    wait_until_finished(page)
    page.get_by_role("combobox", name="Compare with").click()
    page.get_by_role("option", name="North West").click()
    expect(page.get_by_role("combobox", name="Compare with")).to_have_value("North West")
    wait_until_finished(page)
    expect(opened).to_contain_text("10 to 24")
    assert "indicator=self_harm_admissions_10_24" in page.url
    page.reload()
    wait_until_finished(page)
    expect(opened).to_contain_text("10 to 24")


@pytest.mark.parametrize("width", [320, 683])
def test_nothing_is_lost_at_200_per_cent_zoom_or_on_a_phone(browser: Browser, server: Server, width: int) -> None:
    with visitor(browser, server.url, width=width, height=640) as guest:
        page = guest.new_page()
        open_page(page, "/")
        outside = page.evaluate(
            """() => [...document.querySelectorAll('.shc-row, .shc-table th, .shc-table td, .shc-facts div')]
                .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.textContent.slice(0, 60))"""
        )
        assert outside == []


def test_table_and_downloads_are_one_click_away(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, PAGES["library"])
    page.get_by_text("Table, method and downloads").first.click()
    with page.expect_download() as csv:
        page.get_by_role("button", name="Download CSV").click()
    assert Path(csv.value.path()).read_text(encoding="utf-8-sig").count("falls") > 0
    with page.expect_download() as png:
        page.get_by_role("button", name="Download PNG").click()
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")


def test_every_chart_has_words_for_those_who_cannot_see_it(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, PAGES["library"])
    expect(page.locator('[data-testid="stVegaLiteChart"] [aria-label*="2,397.4"]').first).to_be_attached()
    open_page(page, "/")
    for image in page.locator(".shc-row img").all():
        assert len(image.get_attribute("alt") or "") > 10
