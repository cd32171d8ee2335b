"""The page of the care communities, opened at one of its views."""

from streamlit.testing.v1 import AppTest

from tests.app.conftest import ROOT


def open_communities(part: str, **parameters: str) -> AppTest:
    """One view, at an address with these parameters."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in {"part": part, **parameters}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page("pages/places/care_communities.py").run()
