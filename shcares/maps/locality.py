"""The locality map: a Folium map that never changes, and the picture put on it, which does.

Streamlit's map component mounts a map anew when its script changes. So the script only starts `locality.js`, which
fetches the outlines once, and everything that changes comes as a picture in the layer that may change.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from shcares.maps.background import Background
from shcares.style import palette

FOLDER = Path(__file__).parent
FILES = {
    "leaflet.js": FOLDER / "leaflet" / "leaflet.js",
    "leaflet.css": FOLDER / "leaflet" / "leaflet.css",
    "locality.js": FOLDER / "locality.js",
    "locality.css": FOLDER / "locality.css",
}
"""What the map's frame needs, by the name it asks for."""

LEGEND_WIDTH = 216


class _Start(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.shcMap.start({{ this._parent.get_name() }}, {{ this.options|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.options = dict(options)


class _Picture(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.shcMap.show({{ this.picture }}, {{ this.chosen|tojson }}, {{ this.streets|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, picture: str, chosen: str, *, streets: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Picture"
        self.picture, self.chosen, self.streets = picture, chosen, streets


def locality_map(
    *,
    title: str,
    files: str,
    scene: str,
    font: str,
    middle: tuple[float, float],
    tiles: Background | None = None,
) -> folium.Map:
    """The map without a picture. `files` is the address below which `FILES` are found, `scene` that of the outlines.

    `middle` is latitude and longitude; `tiles` the background a picture may ask for, if there is one.
    """
    drawn = folium.Map(location=middle, zoom_start=11, tiles=None, zoom_snap=0.25, zoom_delta=0.5, min_zoom=9)
    drawn.default_js = [(name, f"{files}/{name}") for name in FILES if name.endswith(".js")]
    drawn.default_css = [(name, f"{files}/{name}") for name in FILES if name.endswith(".css")]
    options = {
        "title": title,
        "scene": scene,
        "font": font,
        "quiet": palette.COMPARATOR,
        "legendWidth": LEGEND_WIDTH,
        "tiles": asdict(tiles) if tiles else None,
    }
    drawn.add_child(_Start(options))
    return drawn


def picture_layer(picture: str, chosen: str, *, streets: bool = False) -> folium.FeatureGroup:
    """A picture (JSON of `picture_json`), the code of what is chosen, and whether streets lie under it."""
    layer = folium.FeatureGroup()
    layer.add_child(_Picture(picture, chosen, streets=streets))
    return layer


def picture_json(picture: Mapping[str, Any]) -> str:
    """A picture as the script wants it; safe inside a script element."""
    return json.dumps(picture, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
