"""The map that stays and the picture that changes, as the scripts the browser is sent."""

import json

import pytest
from streamlit_folium import generate_leaflet_string

from shcares.maps import background, locality

HERE = {"title": "Map", "files": "../../maps", "scene": "outlines.json", "font": "font.woff2", "middle": (53.4, -2.7)}


def test_every_file_the_frame_asks_for_is_shipped_and_none_lies_elsewhere() -> None:
    drawn = locality.locality_map(**HERE)
    asked = [address for _, address in [*drawn.default_js, *drawn.default_css]]
    assert asked and all(address.startswith("../../maps/") for address in asked)
    assert {address.rsplit("/", 1)[1] for address in asked} == set(locality.FILES)
    assert all(path.is_file() for path in locality.FILES.values())


def test_the_script_of_the_map_is_the_same_whatever_is_shown() -> None:
    first, second = (generate_leaflet_string(locality.locality_map(**HERE)) for _ in range(2))
    assert first == second
    assert "http" not in first


def test_a_picture_reaches_the_script_whole_and_cannot_end_its_element() -> None:
    picture = {"said": {"A": "St Helens’ “best” </script> & most_deprived_1a"}}
    layer = locality.picture_layer(locality.picture_json(picture), "A", streets=False)
    script = generate_leaflet_string(layer)
    assert "</script>" not in script
    sent = script[script.index("show(") + 5 : script.rindex(', "A"')]
    assert json.loads(sent) == picture


def test_no_background_is_named_unless_the_operator_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(background.ADDRESS, raising=False)
    assert background.background() is None
    monkeypatch.setenv(background.ADDRESS, "https://tiles.example/{z}/{x}/{y}.png")
    held = background.background()
    assert held is not None and held.host == "https://tiles.example"


@pytest.mark.parametrize("wrong", ["tiles.example", "https://tiles.example/{z}.png", "ftp://tiles.example/{z}/{x}/{y}"])
def test_what_is_no_tile_address_is_refused_in_words(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv(background.ADDRESS, wrong)
    with pytest.raises(ValueError, match="expected an address such as"):
        background.background()
