"""Maps on slides and on paper: they fill their room, no name lies on another, and grey still tells the four apart."""

from io import BytesIO
from itertools import combinations
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from shcares.export.deck import Deck, Slide
from shcares.export.document_picture import drawing as on_paper
from shcares.export.document_picture import map_drawing
from shcares.export.picture import chart_svg
from shcares.export.show.drawing import Drawing, drawing
from shcares.export.slides import deck_pptx
from shcares.style import palette
from shcares.style.palette import Scheme
from shcares.style.patterns import PATTERN, SHAPE, outline, sample
from shcares.ui import reads, recipes
from shcares.ui.figures import figure_spec, figure_svg
from shcares.ui.places.practice import where
from tests.export import drawn_map

ROOMS = (260, 340, 420, 500)
"""Pixels of height that a slide of a show leaves for its figure, after messages of many and of few lines."""
LEAST_SHARE = 0.9
"""How much of the height of its room a map takes, at least."""
MAPS = {
    "communities": ("community_homes", {}),
    "one community": ("community_homes", {"area": "North"}),
    "deprivation": ("map_deprivation", {}),
    "small areas": ("map_small_areas", {"figure": "Years of potential life lost (2025)"}),
    "practices": ("map_practices", {"indicator": "gp_depression_qof_practice"}),
    "a practice": ("practice_homes", {"practice": "N83020"}),
    "authorities": ("explore_map", {"indicator": "year6_obesity"}),
}
EVERY = pytest.mark.parametrize("name", MAPS)
BY_SCHEME = pytest.mark.parametrize("scheme", Scheme)


def spec_of(name: str, scheme: Scheme = Scheme.SAFE) -> dict[str, Any]:
    recipe, words = MAPS[name]
    return figure_spec(recipes.by_name(recipe, words, scheme))


def overlapping(svg: str) -> list[tuple[str, str]]:
    return [(a.words, b.words) for a, b in combinations(drawn_map.names(svg), 2) if a.lies_on(b)]


def shown(chart: Drawing) -> tuple[float, float]:
    """How wide and how high the map itself is on the stage."""
    times = chart.height / float(chart.svg.split('viewBox="0 0 ')[1].split('"')[0].split()[1])
    wide, high = drawn_map.ground(chart.svg)
    return wide * times, high * times


@BY_SCHEME
@EVERY
def test_on_a_slide_of_a_show_no_name_lies_on_another(name: str, scheme: Scheme) -> None:
    for room in ROOMS:
        svg = drawing(spec_of(name, scheme), room).svg
        assert not overlapping(svg), f"{room} pixels"
        if room > ROOMS[0] and name != "practices":
            assert len(drawn_map.names(svg)) >= 3


@EVERY
def test_a_map_takes_the_height_that_a_slide_of_a_show_has(name: str) -> None:
    for room in ROOMS[1:]:
        chart = drawing(spec_of(name), room)
        assert shown(chart)[1] >= LEAST_SHARE * room
        assert chart.height <= room and chart.text >= 23.9


@EVERY
def test_on_paper_a_map_takes_the_page_and_no_name_lies_on_another(name: str) -> None:
    wide, high = 538.0, 560.0
    made = map_drawing(spec_of(name), Scheme.SAFE, wide, high)
    times = min(wide / made.width, high / made.height)
    across, up = drawn_map.ground(made.svg.decode())
    assert max(across * times / wide, up * times / high) >= 0.8
    assert not overlapping(made.svg.decode())


@EVERY
def test_in_a_picture_no_name_lies_on_another(name: str) -> None:
    recipe, words = MAPS[name]
    svg = figure_svg(recipes.by_name(recipe, words)).decode()
    assert drawn_map.names(svg)
    assert not overlapping(svg)


@pytest.mark.parametrize("name", ["communities", "deprivation", "small areas", "a practice"])
def test_in_powerpoint_a_map_takes_the_height_between_message_and_source(name: str) -> None:
    recipe, words = MAPS[name]
    made = recipes.by_name(recipe, words)
    deck = Deck("Maps", "", (Slide("Map", "What it says", made),), "", "maps")
    slide = list(pptx.Presentation(BytesIO(deck_pptx(deck, Scheme.SAFE))).slides)[-1]
    picture = next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    below = [shape.top for shape in slide.placeholders if shape.top and shape.top > picture.top]
    assert picture.height >= LEAST_SHARE * (min(below) - picture.top)


def legend(svg: str) -> dict[str, str]:
    """The sample of every line of the legend, by what stands beside it."""
    entries = svg.split('role-legend-symbol"')[1:]
    return {entry.split("</text>")[0].rsplit(">", 1)[1]: entry.split(' d="')[1].split('"')[0] for entry in entries}


def test_in_black_and_white_every_two_communities_differ_by_more_than_hue() -> None:
    names = {code: reads.area_name(code).replace("&", "&amp;") for code in PATTERN}
    for made in (
        on_paper(spec_of("communities", Scheme.MONO), Scheme.MONO).svg.decode(),
        drawing(spec_of("communities", Scheme.MONO), ROOMS[-1]).svg,
    ):
        samples = legend(made)
        assert set(samples) == set(names.values())
        for one, other in combinations(names.values(), 2):
            assert samples[one] != samples[other]


def test_in_black_and_white_each_neighbourhood_has_the_lines_of_the_community_that_leads_it() -> None:
    spec = spec_of("communities", Scheme.MONO)
    drawn = {feature["properties"]["pattern"] for feature in spec["datasets"]["lines"]}
    assert drawn == {PATTERN[code].value for code in PATTERN} - {"plain"}
    shares = {feature["properties"]["share"] for feature in spec["datasets"]["lines"]}
    assert len(shares) == 3, "a clear lead, a majority, and no list with half differ by the weight of their lines"


def test_patterns_and_shapes_are_each_used_once() -> None:
    assert list(PATTERN) == list(SHAPE) == list(palette.NETWORK)
    assert len({sample(pattern) for pattern in PATTERN.values()}) == len(PATTERN)
    assert len({outline(shape) for shape in SHAPE.values()}) == len(SHAPE)


def test_in_colour_a_map_has_hues_and_no_patterns() -> None:
    spec = spec_of("communities", Scheme.SAFE)
    assert "lines" not in spec["datasets"]
    assert set(palette.NETWORK.values()) <= set(str(spec["layer"]).replace("'", " ").split())


def test_a_practices_sheet_has_its_map_without_names() -> None:
    made = where.where_figure("N83020").spec
    assert made is not None
    bare = made | {"layer": [layer for layer in made["layer"] if layer["mark"]["type"] != "text"]}
    assert not drawn_map.names(chart_svg(bare | {"width": 300, "height": 255}))
