"""A story shown to a room: read from the back, moved by any key or clicker, told to the end with the network gone."""

from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bench import show
from tests.e2e.harness import axe
from tests.e2e.harness.browser import Visitor, visitor
from tests.e2e.harness.servers import Server

STORIES = {
    "mental_health_summit": "/show/mental_health_summit",
    "plan_on_ten_slides": "/show/plan_on_ten_slides",
    "one_networks_year": "/show/one_networks_year?network=North",
}
SMALLEST = 24.0
# Of the slide on show: every word with its size on the screen, whether any lies outside the stage or behind the source
# line, and what of the figure is cut off.
_LOOK = """() => {
  const seen = [...document.querySelectorAll('section')].filter(slide => !slide.hidden);
  const slide = seen[0], stage = document.getElementById('stage').getBoundingClientRect();
  const scale = stage.width / document.getElementById('stage').offsetWidth;
  const foot = slide.querySelector('footer').getBoundingClientRect().top + 1;
  const words = [];
  const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement, range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!node.textContent.trim() || !box.width) { continue; }
    const drawn = parent.ownerSVGElement, matrix = drawn ? parent.getScreenCTM() : null;
    const size = parseFloat(getComputedStyle(parent).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : scale);
    const outside = box.left < stage.left - 1 || box.right > stage.right + 1 || box.top < stage.top - 1
      || box.bottom > stage.bottom + 1 || (!parent.closest('footer') && box.bottom > foot);
    words.push({text: node.textContent.trim().slice(0, 60), size, outside});
  }
  const parts = [...slide.querySelectorAll('h1, .figure, footer')];
  const rough = parts.filter(part => part.scrollWidth > part.clientWidth + 1);
  return {seen: seen.length, words, cut: rough.map(part => part.className || part.tagName)};
}"""


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """A tab of a visitor at a common projector; afterwards nobody was asked for anything but the show."""
    with visitor(browser, server.url) as arrived:
        tab = arrived.new_page()
        yield tab
        assert arrived.strangers == []
        assert arrived.complaints == []


def look(page: Page) -> Any:
    return page.evaluate(_LOOK)


def place(page: Page) -> str:
    return page.locator("section:not([hidden]) .place").inner_text()


def message(page: Page) -> str:
    return page.locator("section:not([hidden]) h1").inner_text()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_told_to_its_end_by_keyboard_with_the_network_gone(
    name: str, width: int, height: int, browser: Browser, server: Server
) -> None:
    with visitor(browser, server.url, width=width, height=height) as guest:
        page = guest.new_page()
        page.goto(STORIES[name])
        asked = len(guest.requests)
        assert asked == 1, guest.requests
        guest.context.set_offline(True)
        slides, faults, messages = page.locator("section").count(), [], []
        for number in range(1, slides + 1):
            found = look(page)
            assert found["seen"] == 1
            assert place(page) == f"{number} of {slides}"
            small = [word for word in found["words"] if word["size"] < SMALLEST - 0.01]
            outside = [word["text"] for word in found["words"] if word["outside"]]
            if small or outside or found["cut"]:
                faults.append(f"slide {number}: small {small[:3]}, outside {outside[:3]}, cut {found['cut']}")
            messages.append(message(page))
            page.keyboard.press("ArrowRight")
        assert not faults, "\n" + "\n".join(faults)
        assert len(set(messages)) == slides
        assert len(guest.requests) == asked
        assert guest.complaints == []


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowDown", "PageDown", " "])
def test_every_key_a_presenter_or_a_clicker_has_goes_on(key: str, page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"])
    page.keyboard.press(key)
    assert place(page) == "2 of 10"


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "PageUp"])
def test_every_key_that_goes_back_goes_back(key: str, page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"] + "#3")
    page.keyboard.press(key)
    assert place(page) == "2 of 10"


def test_home_and_end_and_the_ends_hold(page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"])
    page.keyboard.press("ArrowLeft")
    assert place(page) == "1 of 10"
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    assert place(page) == "10 of 10"
    page.keyboard.press("Home")
    assert place(page) == "1 of 10"


def test_the_edges_can_be_clicked(page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"])
    page.mouse.click(1350, 400)
    page.mouse.click(1350, 400)
    assert place(page) == "3 of 10"
    page.mouse.click(10, 400)
    assert place(page) == "2 of 10"


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_black_and_comes_back(key: str, page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"] + "#4")
    page.keyboard.press(key)
    expect(page.locator("#black")).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator("#black")).to_be_hidden()
    assert place(page) == "4 of 10"


def test_a_slide_has_an_address_that_outlives_reload_and_back(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/health")
    page.goto(STORIES["plan_on_ten_slides"] + "#5")
    assert place(page) == "5 of 10"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#6"
    page.reload()
    assert place(page) == "6 of 10"
    page.go_back()
    assert page.url.endswith("/health")
    page.go_forward()
    assert place(page) == "6 of 10"


def test_the_notes_follow_the_room_and_lead_it_with_the_network_gone(page: Page) -> None:
    page.goto(STORIES["mental_health_summit"])
    page.context.set_offline(True)
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    desk = opened.value
    expect(desk.locator("#desk")).to_be_visible()
    expect(desk.locator("#place")).to_have_text("Slide 1 of 11")
    page.keyboard.press("ArrowRight")
    expect(desk.locator("#place")).to_have_text("Slide 2 of 11")
    expect(desk.locator("#now")).to_have_text(message(page))
    expect(desk.locator("#notes")).to_contain_text("five measures")
    page.keyboard.press("ArrowRight")
    told = desk.locator("#next").inner_text()
    desk.keyboard.press("PageDown")
    expect(page.locator("section:not([hidden]) .place")).to_have_text("4 of 11")
    assert message(page) == told
    desk.keyboard.press("b")
    expect(page.locator("#black")).to_be_visible()
    expect(desk.locator("#place")).to_contain_text("black")


def test_the_notes_have_an_address_of_their_own(page: Page) -> None:
    page.goto(STORIES["mental_health_summit"] + "?notes#3")
    expect(page.locator("#desk")).to_be_visible()
    expect(page.locator("#place")).to_have_text("Slide 3 of 11")
    assert page.locator("section:not([hidden])").count() == 0


@pytest.mark.parametrize("name", STORIES)
def test_no_slide_breaks_a_rule_of_accessibility(name: str, page: Page) -> None:
    page.goto(STORIES[name])
    found = {}
    for _ in range(page.locator("section").count()):
        found |= {rule: f"{place(page)}: {words}" for rule, words in axe.violations(page).items()}
        page.keyboard.press("ArrowRight")
    assert found == {}


def test_a_screen_reader_hears_each_message_and_a_drawing_speaks_its_sentence(page: Page) -> None:
    page.goto(STORIES["plan_on_ten_slides"] + "#3")
    page.keyboard.press("ArrowRight")
    assert message(page) in (page.locator("#said").text_content() or "")
    assert page.locator("#said").get_attribute("aria-live") == "polite"
    drawing = page.locator("section:not([hidden]) svg")
    assert drawing.get_attribute("role") == "img"
    assert len(drawing.get_attribute("aria-label") or "") > 20


@pytest.mark.parametrize(("colours", "style"), [("safe", "none"), ("rag", "none"), ("mono", "grayscale(1)")])
def test_the_colours_of_a_show_are_those_asked_for(colours: str, style: str, page: Page) -> None:
    page.goto(f"{STORIES['plan_on_ten_slides']}?colours={colours}")
    assert page.evaluate("getComputedStyle(document.body).filter") == style


def test_a_show_looks_the_same_whatever_theme_the_machine_has(browser: Browser, server: Server) -> None:
    papers = set()
    for scheme in ("light", "dark"):
        with visitor(browser, server.url, scheme=scheme) as guest:  # type: ignore[arg-type]
            tab = guest.new_page()
            tab.goto(STORIES["plan_on_ten_slides"])
            papers.add(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(papers) == 1


def test_a_story_there_is_not_is_said_and_leads_on(guest: Visitor) -> None:
    page = guest.new_page()
    answer = page.goto("/show/nothing")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("No such story")
    expect(page.get_by_role("link", name="All stories")).to_be_visible()
    guest.complaints.clear()  # the browser itself notes the 404


def test_a_slide_changes_no_slower_than_plain_streamlit_reruns_an_empty_page(
    browser: Browser, server: Server, empty_page_server: Server
) -> None:
    ours = median(show.slide_changes(browser, server, 40))
    theirs = median(show.reruns(empty_page_server, 20))
    print(f"slide change {ours:.1f} ms, rerun of an empty page {theirs:.1f} ms")
    assert ours / theirs <= 1
