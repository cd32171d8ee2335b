"""Everyday questions that need hands: a click on the map, a story told slide by slide, a page printed, a link sent."""

import re

from playwright.sync_api import expect

from shcares.store import queries
from shcares.style import formats
from shcares.ui import opening
from tests.e2e.harness.browser import Visitor
from tests.e2e.harness.pages import map_frame, open_page, wait_until_finished


def test_a_lead_clicks_a_practice_on_the_map_and_reads_how_many_patients_it_has(guest: Visitor) -> None:
    held = queries.registered_patients(opening.store())
    patients = held.loc[held["area_short_name"] == "Rainford Health Centre", "patients"].iloc[0]
    page = guest.new_page()
    open_page(page, "/map")
    map_frame(page).locator(".shc-practice[aria-label^='Rainford Health Centre:']").click()
    expect(page.get_by_role("heading", name="Rainford Health Centre", level=2)).to_be_visible()
    expect(page.get_by_text(re.compile(rf"\b{formats.number(patients)}\b")).first).to_be_visible()


def test_a_presenter_walks_to_slide_three_and_reads_what_it_says(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/stories")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Show").last.click()
    show = opened.value
    show.wait_for_load_state()
    for _ in range(2):
        show.keyboard.press("ArrowRight")
    rates = queries.latest_observations(opening.store(), ["suicide_rate"], ["E08000013"])
    expect(show.get_by_text("3 of 10", exact=True)).to_be_visible()
    said = f"St Helens: {formats.number(rates['value'].iloc[0], 1)} per 100,000"
    expect(show.get_by_role("heading", level=1)).to_contain_text(said)


def test_an_analyst_sends_a_link_and_the_other_sees_the_same_figure(guest: Visitor) -> None:
    store = opening.store()
    women = queries.observations(store, ["life_expectancy"], ["E08000013"], headline_only=True)
    newest = women[women["sex"] == "Female"].sort_values("period_end")["value"].iloc[-1]
    sender, receiver = guest.new_page(), guest.new_page()
    open_page(sender, "/library?indicator=life_expectancy")
    expect(sender.get_by_role("heading", name="Life expectancy at birth")).to_be_visible()
    open_page(receiver, sender.url)
    expect(receiver.get_by_text(f"St Helens for women: {formats.number(newest, 1)} years").first).to_be_visible()


def test_a_presenter_prints_a_priority_and_its_answer_and_tiles_are_on_the_paper(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/tackling_obesity")
    page.emulate_media(media="print")
    wait_until_finished(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    measures = queries.key_measures(opening.store())["priority_id"].tolist().count("tackling_obesity")
    expect(page.locator(".shc-tiles li")).to_have_count(measures)
    expect(page.get_by_text("Off course").first).to_be_visible()
