"""One run of the app: page set-up, navigation, the filter bar, the page, the footer."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICON = Path(__file__).with_name("icon.png")
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from shcares.ui import figure_page, filters, footer, keep, links, opening, router, sheet, shown
from shcares.ui.present import own_bar

_NAME = "St Helens Cares"


def main() -> None:
    """Draw one page."""
    st.set_page_config(page_title=_NAME, page_icon=str(ICON), layout="wide")
    opening.prepare()
    sheet.put_style()
    shown.begin()
    links.follow()
    page = router.navigation()
    st.set_page_config(page_title=f"{_title(page)} · {_NAME}")
    keep.come_to(page.url_path)
    with filters.show_filters():
        own_bar.show_bar()
    sheet.put_scheme(filters.current().scheme)
    if figure_page.asked_for():
        figure_page.show_page()
    else:
        router.run(page)
    footer.show_footer(page.title)
    keep.leave_word(page.url_path)


def _title(page: StreamlitPage) -> str:
    """What stands on the tab and is read out first."""
    if figure_page.asked_for():
        return f"Figure {figure_page.asked_for()}"
    return router.NOT_FOUND.title if router.unknown_address() else page.title


if __name__ == "__main__":
    main()
