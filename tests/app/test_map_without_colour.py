"""The locality map in black and white: whatever is told by hue is told by something else as well."""

from itertools import combinations, pairwise

import pytest

from shcares.domain.vocabulary import Judgement
from shcares.stats.catchments import Holding
from shcares.style import palette
from shcares.style.palette import NETWORK, Scheme, Wash, grey, point_mark
from shcares.style.patterns import PATTERN, SHAPE
from shcares.ui.places import homes
from shcares.ui.places.locality import communities, deprivation, marks, practice_figures
from shcares.ui.places.locality.layer import Layer

NORTH = "U94037"
LEAST_STEP = 5.0
"""How far two neighbouring greys of a map must be apart in lightness (0 to 100) to be told apart."""
SMOKING = "Smoking in adults"


def lightness(colour: str) -> float:
    """L* of a grey, 0 for black and 100 for white."""
    level = int(colour[1:3], 16) / 255
    light = level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
    return float(116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light)


@pytest.fixture(scope="module")
def layer() -> Layer:
    return communities.all_four(Scheme.MONO)


def test_the_hues_of_the_communities_cannot_be_told_apart_in_grey() -> None:
    light = [lightness(grey(colour)) for colour in NETWORK.values()]
    assert max(light) - min(light) < LEAST_STEP, "if they can be now, patterns are no longer needed"


def test_every_neighbourhood_has_the_pattern_of_the_community_that_leads_it(layer: Layer) -> None:
    assert layer.patterns == PATTERN
    for code, row in homes.by_place().iterrows():
        fill = layer.fills[str(code)]
        if row["holding"] == Holding.CONTESTED:
            back, _, line = layer.stripes[fill.colour.removeprefix("url(#").removesuffix(")")]
            assert (back, line) == (f"url(#{row['leading']})", f"url(#{row['runner_up']})")
        else:
            assert fill.colour == f"url(#{row['leading']})"
            assert fill.share == pytest.approx(row["share"], abs=0.006), "a larger share is a darker pattern"


def test_the_legend_shows_for_each_community_its_pattern_and_the_shape_of_its_practices(layer: Layer) -> None:
    rows = {row.code: row for row in layer.key if row.code}
    for one, other in combinations(PATTERN, 2):
        assert rows[one].wash != rows[other].wash
        assert PATTERN[one] != PATTERN[other] and rows[one].form != rows[other].form
    contested = next(row for row in layer.key if not row.code)
    assert contested.wash is not None and contested.wash.colour in {f"url(#{name})" for name in layer.stripes}


def test_practices_have_the_shape_of_their_community_and_those_of_the_chosen_one_are_filled() -> None:
    rows = marks.numbered().set_index("practice_code")
    for code, look in marks.looks("", Scheme.MONO).items():
        assert look.form == SHAPE[str(rows.loc[code, "network_code"])]
    filled = {code for code, look in marks.looks(NORTH, Scheme.MONO).items() if look.colour == palette.LIGHT.ink}
    still_open = rows[rows["status"] == "active"]
    assert filled == set(still_open.index[still_open["network_code"] == NORTH])


def test_in_colour_nothing_has_a_pattern_or_a_shape() -> None:
    shown = communities.all_four(Scheme.SAFE)
    assert not shown.patterns
    assert {row.form for row in shown.key} == {look.form for look in shown.practices.values()} == {None}
    assert {row.wash.colour for row in shown.key if row.code and row.wash} == set(NETWORK.values())


def test_tenths_and_fifths_are_steps_of_grey_that_can_be_told_apart() -> None:
    shown = deprivation.layer("IMD 2019", Scheme.MONO)
    tenths = [row.wash for row in shown.key if row.wash]
    assert tenths == list(reversed(palette.map_tenths(Scheme.MONO)))
    for washes in (palette.map_tenths(Scheme.MONO), palette.MAP_FIFTHS):
        light = [lightness(grey(wash.on_paper)) for wash in washes]
        steps = [above - below for above, below in pairwise(light)]
        assert min(steps) >= LEAST_STEP


def test_a_clear_judgement_is_dark_or_open_and_what_cannot_be_told_lies_between() -> None:
    judged = (Judgement.WORSE, Judgement.SIMILAR, Judgement.BETTER)
    drawn = [point_mark(one) for one in judged]
    assert [lightness(one.colour) for one in drawn] == sorted(lightness(one.colour) for one in drawn)
    for one, other in combinations(drawn, 2):
        assert abs(lightness(one.colour) - lightness(other.colour)) > 4 * LEAST_STEP
        assert one.icon != other.icon
    shown = practice_figures.layer(SMOKING, "E08000013", Scheme.MONO)
    assert {look.colour for look in shown.practices.values()} >= {one.colour for one in drawn}
    assert Wash(point_mark(Judgement.WORSE).colour, 1.0) in [row.wash for row in shown.key]
