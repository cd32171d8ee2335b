"""The Streamlit theme of `.streamlit/config.toml`, written out of the palette so that the two cannot drift."""

from shcares.style.palette import COMPARATOR, DARK, LIGHT, NETWORK, Paper

_SHARED = """[theme]
font = "sans-serif"
headingFont = "sans-serif"
baseFontSize = 16
headingFontSizes = ["1.75rem", "1.25rem", "1.125rem", "1.125rem", "1rem", "1rem"]
headingFontWeights = [600, 600, 600, 600, 600, 600]
baseRadius = "0.3rem"
showWidgetBorder = true
linkUnderline = true
paddingTop = "0.75rem"
paddingBottom = "2rem"
"""


def theme_toml() -> str:
    """The `[theme]` sections as they must stand in the configuration file."""
    return "\n".join([_SHARED, _paper("light", LIGHT), _paper("dark", DARK)])


def _paper(name: str, paper: Paper) -> str:
    categories = ", ".join(f'"{hue}"' for hue in (*NETWORK.values(), COMPARATOR))
    return f"""[theme.{name}]
primaryColor = "{paper.accent}"
backgroundColor = "{paper.background}"
secondaryBackgroundColor = "{paper.raised}"
textColor = "{paper.ink}"
borderColor = "{paper.border}"
linkColor = "{paper.link}"
chartCategoricalColors = [{categories}]
"""
