"""A visitor who has a keyboard and no mouse: going to a thing by Tab, and what can be seen at every stop."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Download, Locator, Page, expect

from tests.e2e.harness.pages import wait_until_finished

MOST_STOPS = 250
_WITHOUT_MOTION = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Of the element in focus, in the page or in a frame of it: whether any of five points of it can be seen, and the rings
# of it, of what it stands in, of what stands in it and of its label. Of the one before: whether its rings have changed
# now that it has lost the focus. A box or knob whose own input is hidden is looked at in its place.
_STOP = """() => {
  const rings = one => {
    const near = [one, ...one.children];
    for (let over = one.parentElement; over && near.length < 5; over = over.parentElement) near.push(over);
    near.push(...(one.closest('label')?.querySelectorAll('*') ?? []));
    return near.flatMap(part => [null, '::before', '::after'].map(piece => {
      const style = getComputedStyle(part, piece);
      return [style.content, style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderTopColor].join();
    })).join('; ');
  };
  const before = window.shcStop;
  const ringed = before ? rings(before.one) !== before.rings : null;
  let one = document.activeElement, left = 0, top = 0;
  while (one?.tagName === 'IFRAME' && one.contentDocument) {
    const frame = one.getBoundingClientRect();
    [left, top, one] = [left + frame.left, top + frame.top, one.contentDocument.activeElement];
  }
  if (!one || one.tagName === 'BODY') { window.shcStop = null; return {ringed, words: ''}; }
  window.shcStop = {one, rings: rings(one)};
  one.shcNumber ??= (window.shcCount = (window.shcCount ?? 0) + 1);
  const hidden = one.matches('[type=range], [type=checkbox], [type=radio]');
  const shown = hidden ? one.closest('label, [data-rac]') ?? one : one;
  const box = shown.getBoundingClientRect();
  const [west, east] = [Math.max(box.left, -left), Math.min(box.right, innerWidth - left)];
  const [north, south] = [Math.max(box.top, -top), Math.min(box.bottom, innerHeight - top)];
  const seen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([over, down]) => {
    const [x, y] = [west + (east - west) * over, north + (south - north) * down];
    const around = document.elementFromPoint(left + x, top + y);
    if (one.ownerDocument !== document && around?.tagName !== 'IFRAME') return false;
    return shown.contains(one.ownerDocument.elementFromPoint(x, y));
  });
  const grid = !!one.closest('[data-testid=data-grid-canvas]');
  const name = one.getAttribute('aria-label') || one.innerText || one.id || '';
  return {ringed, number: one.shcNumber, seen, grid, words: `${one.tagName.toLowerCase()} ${name}`.slice(0, 80)};
}"""


@dataclass
class Stop:
    """One place where Tab stops: what is there, whether it can be seen, and whether it shows that it has the focus.

    `grid` is whether it is a cell of a table of Streamlit's, which paints itself and its own mark of the focus.
    """

    words: str
    number: int
    seen: bool
    grid: bool
    ringed: bool = True


def tab_to(target: Locator, *, back: bool = False) -> None:
    """Press Tab, or Shift and Tab, until the target has the focus; fails where it never has."""
    page = target.page
    focused = target.and_(page.locator(":focus"))
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if focused.count():
            return
    raise AssertionError(f"Tab never came to {target} in {MOST_STOPS} presses")


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def follow(target: Locator) -> None:
    """Go to a link or button by Tab and press Enter."""
    tab_to(target)
    press(target.page, "Enter")


def pick(page: Page, box: str, typed: str, value: str) -> None:
    """Go to a list by Tab, type until the value is left, choose it; the focus must stay on the list."""
    chosen = page.get_by_role("combobox", name=box)
    tab_to(chosen)
    page.keyboard.type(typed)
    expect(page.get_by_role("option").first).to_have_text(value)
    press(page, "Enter")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(chosen).to_be_focused()
    wait_until_finished(page)


def download(page: Page, name: str | re.Pattern[str]) -> Download:
    """Go to a button that hands out a file by Tab, press it, and answer the file."""
    tab_to(page.get_by_role("button", name=name).first)
    with page.expect_download() as taken:
        press(page, "Enter")
    return taken.value


def stops(page: Page) -> list[Stop]:
    """Every stop of Tab from the top of the page until it leaves the page or comes round; fails where it is caught."""
    page.evaluate(_WITHOUT_MOTION)
    found: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        told: dict[str, Any] = page.evaluate(_STOP)
        if found:
            found[-1].ringed = bool(told.pop("ringed"))
        if not told["words"] or (found and told["number"] == found[0].number):
            return found
        told.pop("ringed", None)
        found.append(Stop(**told))
    raise AssertionError(f"Tab never left the page in {MOST_STOPS} presses; last at {found[-1]}")
