"""The app as a visitor without a browser sees it: `app.py` run by Streamlit's own test runner on the shipped data."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = "pages/reference/library.py"


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_on(app: AppTest) -> str:
    """Everything written on the page, whatever element holds it, single-spaced."""
    parser = _Words()
    for element in app.get("html"):
        parser.feed(element.proto.body + " ")
    plain = [str(element.value) for kind in (app.title, app.header, app.subheader, app.markdown) for element in kind]
    return " ".join(" ".join([*plain, *parser.words]).split())


@pytest.fixture
def overview() -> AppTest:
    """The Overview, just opened."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


@pytest.fixture
def open_library() -> Callable[..., AppTest]:
    """Opens the library at an address with these parameters."""

    def opened(**parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
        app.switch_page(LIBRARY)
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return opened


@pytest.fixture
def open_priority() -> Callable[..., AppTest]:
    """Opens a priority's page by its id."""

    def opened(priority_id: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
        return app.switch_page(f"pages/priorities/{priority_id}.py").run()

    return opened
