"""What a screen reader says of a page, in its order: Chromium’s accessibility tree, read from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

Node = dict[str, Any]
_UNSAID = {"generic", "none", "InlineTextBox"}
"""Boxes that mean nothing, and the lines that a text is broken into."""


@dataclass(frozen=True)
class Said:
    """One thing said: its role, its name, the level of a heading (else 0), and whether the focus can come to it."""

    role: str
    name: str
    level: int
    focusable: bool


def spoken(page: Page) -> list[Said]:
    """Everything said of the page itself, in order; what is in frames is left out."""
    return _of_frames(page)[0]


def spoken_in_frames(page: Page) -> list[Said]:
    """Everything said of the frames in the page, one after the other."""
    return [said for frame in _of_frames(page)[1:] for said in frame]


def _of_frames(page: Page) -> list[list[Said]]:
    session = page.context.new_cdp_session(page)
    frames = _frame_ids(session.send("Page.getFrameTree")["frameTree"])
    trees = [session.send("Accessibility.getFullAXTree", {"frameId": frame})["nodes"] for frame in frames]
    session.detach()
    return [list(_in_order(nodes[0], {node["nodeId"]: node for node in nodes})) for nodes in trees]


def _frame_ids(tree: Node) -> list[str]:
    return [tree["frame"]["id"], *(name for child in tree.get("childFrames", ()) for name in _frame_ids(child))]


def _in_order(node: Node, nodes: dict[str, Node]) -> Iterator[Said]:
    if not node["ignored"] and node["role"]["value"] not in _UNSAID:
        states = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        name = str(node.get("name", {}).get("value", "")).strip()
        yield Said(node["role"]["value"], name, int(states.get("level", 0)), bool(states.get("focusable")))
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _in_order(nodes[child], nodes)
