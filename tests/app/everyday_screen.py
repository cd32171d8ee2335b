"""What a reader can take in at once on a page: a sentence, a row, a card, one cell with its headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Dataframe, Element, Node, PageLink

THEN = " … "
"""Between the parts of an answer: they stand in one piece of the page, in this order."""
_VOID = {"img", "br", "hr", "input", "link", "meta", "source", "wbr"}
_PIECES = {"p", "li", "h1", "h2", "h3", "dt", "dd", "summary", "caption", "a", "span"}
_CARDS = {"div", "section", "article", "details", "figure"}
_REPEATED = {"tr", "li", "dt", "details"}
_CARD_LENGTH = 700
_HEADINGS = ("title", "header", "subheader", "page_link")
_PLAIN = ("title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error")


@dataclass
class _Tag:
    name: str
    inside: "list[_Tag | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        return _spaced(part if isinstance(part, str) else part.text for part in self.inside)

    @property
    def tags(self) -> "list[_Tag]":
        return [part for part in self.inside if isinstance(part, _Tag)]

    def every(self) -> "Iterator[_Tag]":
        for tag in self.tags:
            yield tag
            yield from tag.every()


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [_Tag("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's own)
        made = _Tag(tag)
        self.open[-1].inside.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        while tag not in _VOID and len(self.open) > 1 and self.open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open[-1].name != "style":
            self.open[-1].inside.append(data)


def stands(answer: str, app: AppTest) -> bool:
    """Whether one piece of the page says all parts of the answer, in their order, each as a word of its own."""
    parts = [rf"(?<![\w.,−-]){re.escape(_spaced([part]))}(?!\w|[.,]\d)" for part in answer.split(THEN)]
    wanted = re.compile(".*?".join(parts))
    return any(wanted.search(piece) for piece in pieces_on(app))


def pieces_on(app: AppTest) -> Iterator[str]:
    """Every piece of the page; what stands right under a heading or a link is also told with it."""
    before = ""
    for element in (node for node in nodes_on(app) if not isinstance(node, Block)):
        found = list(_pieces(element))
        yield from found
        if before:
            yield from (f"{before} {piece}" for piece in found)
        before = str(element.value) if element.type in _HEADINGS else ""


def nodes_on(app: AppTest) -> Iterator[Node]:
    """Every block and element of the page, from top to bottom."""
    yield from _within(app.main)


def told(node: Node) -> str:
    """All that an element says; nothing for a block."""
    if isinstance(node, Block):
        return ""
    return _tree_of(node).text if node.type == "html" else str(node.value) if node.type in _PLAIN else ""


def _within(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from _within(child)


def _pieces(element: Element) -> Iterator[str]:
    if element.type == "html":
        yield from _of_html(_tree_of(element))
    elif isinstance(element, Dataframe):
        for row in element.value.to_dict("records"):
            yield _spaced(f"{name} {value};" for name, value in row.items())
    elif element.type == "metric":
        yield _spaced([element.label, str(element.value)])
    elif element.type in _PLAIN or isinstance(element, PageLink):
        yield _spaced([str(element.value).replace("*", "")])


def _tree_of(element: Element) -> _Tag:
    tree = _Tree()
    tree.feed(element.proto.body)
    return tree.open[0]


def _of_html(root: _Tag) -> Iterator[str]:
    for tag in (root, *root.every()):
        if tag.name == "table":
            yield from _cells(tag)
        elif tag.name == "dl":
            yield from _definitions(tag)
        elif tag.name in _PIECES:
            yield tag.text
        elif tag.name in {"", *_CARDS} and len(text := tag.text) <= _CARD_LENGTH and not _repeats(tag):
            yield text


def _repeats(tag: _Tag) -> bool:
    names = [inner.name for inner in tag.every()]
    return any(names.count(name) > 1 for name in _REPEATED)


def _definitions(listed: _Tag) -> Iterator[str]:
    term = ""
    for tag in (tag for tag in listed.every() if tag.name in {"dt", "dd"}):
        term = tag.text if tag.name == "dt" else f"{term} {tag.text}"
        yield term


def _cells(table: _Tag) -> Iterator[str]:
    """Each row, and each cell after the headings of its row and its column."""
    columns: list[str] = []
    for row in (tag for tag in table.every() if tag.name == "tr"):
        cells = [cell.text for cell in row.tags]
        if all(cell.name == "th" for cell in row.tags):
            columns = cells if len(cells) > 1 else columns
            continue
        yield _spaced(cells)
        yield from (_spaced([cells[0], name, cell]) for name, cell in zip(columns[1:], cells[1:], strict=False))


def _spaced(words: Iterator[str] | list[str]) -> str:
    return re.sub(r" ([.,;:!?)])", r"\1", " ".join(" ".join(words).split()))
