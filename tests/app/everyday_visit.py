"""A visit to the app without a browser: open a page, and do what a reader does there, by the words on the screen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Expander, PageLink, Widget

from shcares.ui import router
from tests.app.conftest import ROOT
from tests.app.everyday_screen import nodes_on, told

EVIDENCE = "Table, method and downloads"
_SPECS = {spec.address: spec for specs in (*router.SECTIONS.values(), router.HIDDEN) for spec in specs}


@dataclass(frozen=True)
class Action:
    """One thing a reader does: in words, and as what becomes of the page."""

    told: str
    does: Callable[[AppTest], AppTest]

    def __repr__(self) -> str:
        return self.told


def arrive(address: str) -> AppTest:
    """A visitor's first page, at an address such as `library?indicator=year6_obesity`."""
    page, _, query = address.partition("?")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    return _go(app, page, query)


def choose(label: str, option: str) -> Action:
    """Choose an option in the box or the row of buttons of this label; in a box of several, add it."""

    def does(app: AppTest) -> AppTest:
        widget = _labelled([*app.selectbox, *app.button_group, *app.multiselect, *app.radio], label)
        shown = widget.options
        found = [text for text in shown if str(text) == option] or [text for text in shown if option in str(text)]
        assert found, f"“{label}” offers no “{option}”, but {list(shown)[:12]}"
        return widget.select(found[0]).run()

    return Action(f"choose {option} in {label}", does)


def view(label: str) -> Action:
    """Open a tab."""

    def does(app: AppTest) -> AppTest:
        holders = [node for node in nodes_on(app) if isinstance(node, Block) and node.type == "tab_container"]
        holder = next(node for node in holders if label in _tab_labels(node))
        return _set(app, holder.proto.tab_container.id, label)

    return Action(f"open the view {label}", does)


def search(label: str, text: str) -> Action:
    """Type into the box of this label."""
    return Action(f"type {text} into {label}", lambda app: _labelled(app.text_input, label).set_value(text).run())


def press(label: str) -> Action:
    """Press the button of this label."""
    return Action(f"press {label}", lambda app: _labelled(app.button, label).click().run())


def follow(label: str) -> Action:
    """Follow the link of these words."""

    def does(app: AppTest) -> AppTest:
        links = [node for node in nodes_on(app) if isinstance(node, PageLink)]
        found = [link for link in links if label in str(link.value)]
        assert found, f"no link says “{label}”, but {[link.value for link in links]}"
        link = found[0]
        return _go(app, link.proto.page, link.proto.query_string)

    return Action(f"follow {label}", does)


def unfold(words: str) -> Action:
    """Open “Table, method and downloads” under the first figure whose caption has these words."""

    def does(app: AppTest) -> AppTest:
        nodes = iter(nodes_on(app))
        assert any(words in told(node) for node in nodes), f"no caption has “{words}”"
        box = next(node for node in nodes if isinstance(node, Expander) and node.label == EVIDENCE)
        return _set(app, box.proto.id, True)

    return Action(f"open the table under “{words}”", does)


def _go(app: AppTest, page: str, query: str) -> AppTest:
    app.switch_page(f"pages/{_SPECS[page].file}")
    for name, value in parse_qsl(query):
        app.query_params[name] = value
    return app.run()


def _tab_labels(holder: Block) -> list[str]:
    return [child.label for child in holder.children.values() if getattr(child, "type", "") == "tab"]


def _set(app: AppTest, element_id: str, value: object) -> AppTest:
    # An id is a hash and, after it, the key that the page gave.
    key = element_id.removeprefix("$$ID-").partition("-")[2]
    app.session_state[key] = value
    return app.run()


def _labelled(widgets: Iterable[Any], label: str) -> Any:
    held: list[Widget] = list(widgets)
    found = [widget for widget in held if widget.label == label]
    assert found, f"nothing on the page is called “{label}”, but {[widget.label for widget in held]}"
    return found[0]
