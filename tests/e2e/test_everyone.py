"""Every page for everyone: narrow and enlarged screens, paper, no colour, no motion, no mouse."""

import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.harness import axe
from tests.e2e.harness.browser import Scheme, Visitor, visitor
from tests.e2e.harness.pages import expect_no_error, open_page, save_picture
from tests.e2e.harness.servers import Server
from tests.e2e.test_pages import PAGES

OTHERS = {
    "model": "/model",
    "gap": "/gap",
    "gradient": "/gradient",
    "by-place": "/by_place?area=North",
    "marmot": "/marmot",
    "glossary": "/glossary",
    "one-figure": "/?figure=TR-QRCD",
    "explore": "/explore",
    "profile": "/profile",
    "stories": "/stories",
    "take-away": "/take_away",
}
EVERY = PAGES | OTHERS
OF_STREAMLIT = {"stories": frozenset({"presentation-role-conflict"})}
"""What is found in a widget of Streamlit’s own: the box that takes a file."""
_CUT = """() => {
    const wide = document.documentElement.clientWidth, cut = [];
    for (const one of document.querySelectorAll('[data-testid=stMain] *')) {
        const box = one.getBoundingClientRect();
        if (!box.width || box.right <= wide + 1 || one.closest('input, svg, [data-testid=stDataFrame]')) continue;
        let over = one.parentElement, scrolls = false;
        while (over && over.dataset.testid !== 'stMain' && !scrolls) {
            scrolls = ['auto', 'scroll'].includes(getComputedStyle(over).overflowX);
            over = over.parentElement;
        }
        if (!scrolls && !one.closest('[role=tablist]')) cut.push(`${one.tagName} ${one.textContent.slice(0, 40)}`);
    }
    return [...new Set(cut)];
}"""


# 683 wide is a screen of 1366 enlarged to 200 %, 320 wide one of 1280 at 400 %.
@pytest.mark.parametrize("width", [320, 683])
@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_lost_on_a_narrow_or_enlarged_screen(
    name: str, width: int, browser: Browser, server: Server
) -> None:
    with visitor(browser, server.url, width=width, height=800, scheme="light") as guest:
        page = guest.new_page()
        open_page(page, EVERY[name])
        expect_no_error(page)
        assert page.evaluate(_CUT) == []
        assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollLeft") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", OTHERS)
def test_a_page_breaks_no_rule_that_an_empty_page_keeps(
    name: str,
    scheme: Scheme,
    browser: Browser,
    server: Server,
    known_violations: frozenset[str],
    pictures: Path,
) -> None:
    with visitor(browser, server.url, width=1366, height=768, scheme=scheme) as guest:
        page = guest.new_page()
        open_page(page, OTHERS[name])
        expect_no_error(page)
        save_picture(page, f"{name}-1366-{scheme}", pictures)
        assert axe.new_violations(page, known=known_violations | OF_STREAMLIT.get(name, frozenset())) == {}
        assert guest.strangers == []


@pytest.mark.parametrize("name", ["overview", "mental-wellbeing", "plan-check", "one-figure"])
def test_a_page_prints_from_its_answer_to_its_last_line(name: str, guest: Visitor, tmp_path: Path) -> None:
    page = guest.new_page()
    open_page(page, EVERY[name])
    answer = page.get_by_role("heading", level=1).inner_text()
    paper = tmp_path / "page.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    sheets = [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(paper).pages]
    assert " ".join(answer.split())[:40] in sheets[0]
    assert any("Data edition" in sheet for sheet in sheets)
    assert "Table, method and downloads" not in "".join(sheets)


def test_names_of_measures_are_printed_though_they_are_links(guest: Visitor, tmp_path: Path) -> None:
    page = guest.new_page()
    open_page(page, "/")
    paper = tmp_path / "overview.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert "Obesity in Year 6" in pypdf.PdfReader(paper).pages[0].extract_text()


def test_black_and_white_is_kept_in_the_address_and_takes_all_colour_away(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/tackling_obesity?colours=Black+and+white%2C+for+print")
    assert page.evaluate("() => getComputedStyle(document.documentElement).filter") == "grayscale(1)"
    open_page(page, "/tackling_obesity")
    assert page.evaluate("() => getComputedStyle(document.documentElement).filter") == "none"


def test_who_wants_no_motion_gets_none(browser: Browser, server: Server) -> None:
    with visitor(browser, server.url, width=1366, height=768, scheme="light") as guest:
        page = guest.new_page()
        page.emulate_media(reduced_motion="reduce")
        open_page(page, "/tackling_obesity?part=Around+the+measures")
        longest = page.evaluate(
            """() => Math.max(...[...document.querySelectorAll('*')].map(one => {
                const style = getComputedStyle(one);
                return Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration));
            }))"""
        )
        assert longest <= 0.001


def test_a_word_of_the_trade_says_what_it_means_where_it_stands(guest: Visitor) -> None:
    page = guest.new_page()
    open_page(page, "/mental_wellbeing")
    word = page.locator(".shc-note abbr.shc-term").first
    expect(word).to_have_attribute(
        "title",
        re.compile("How far chance alone may have moved"),
    )
