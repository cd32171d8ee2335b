"""No view, and no two views side by side, let a hidden small number be worked out.

What counts as hidden is said in `shcares/stats/disclosure.py`. Knowledge only grows: what all views together do not
give away no two of them do. So all are tried together first, and then every pair, to name the two that would.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from itertools import chain, combinations_with_replacement

import pandas as pd
import pytest

from shcares.stats.disclosure import Cell, Sum, recoverable
from shcares.stats.suppression import LARGEST_HIDDEN_COUNT
from shcares.ui import indicator_figures, place, reads, withheld
from shcares.ui.places.locality import small_areas
from tests.house import drawn, held_counts, views
from tests.house.views import View

SCILLY, SOUTH_WEST, ENGLAND = "E06000053", "E12000009", "E92000001"
OWN_HOME, EMPLOYMENT, CHILDREN = (
    "learning_disability_own_home",
    "learning_disability_employment",
    "iod2019_child_income_deprivation",
)


def given_away(seen: View, sums: Iterable[Sum]) -> dict[Cell, int]:
    """The hidden counts that a view shows or that follow from it."""
    found = recoverable(seen.shown, sums, limits=seen.limits)
    pinned = {name: low for name, (low, high) in seen.limits.items() if low == high}
    return {
        name: count for name, count in {**seen.shown, **pinned, **found}.items() if held_counts.is_secret(name, count)
    }


@cache
def systems() -> tuple[tuple[Sum, ...], ...]:
    """The sums in groups that share no count; those that hold no hidden count left out."""
    group: dict[Cell, list[Sum]] = {}
    for one in held_counts.sums():
        near = {id(group[name]): group[name] for name in one.cells if name in group}
        joined = [one, *chain(*near.values())]
        group.update(dict.fromkeys((name for each in joined for name in each.cells), joined))
    hidden = {name for name in group if name in held_counts.withheld() or name not in held_counts.known()}
    return tuple(tuple(sums) for sums in {id(group[name]): group[name] for name in hidden}.values())


def telling(seen: Iterable[View]) -> Iterator[tuple[tuple[Sum, ...], list[View]]]:
    """Each system of sums, and the hidden counts in none, with the views that tell anything of it, each view once."""
    belongs = dict.fromkeys(held_counts.withheld(), -1)
    belongs |= {name: number for number, sums in enumerate(systems()) for one in sums for name in one.cells}
    parts: defaultdict[int, dict[Cell, View]] = defaultdict(dict)
    for one in seen:
        for number, part in one.split(belongs).items():
            parts[number].setdefault((frozenset(part.shown), frozenset(part.limits)), part)
    for number, near in parts.items():
        yield (systems()[number] if number >= 0 else ()), list(near.values())


def found_in(seen: Iterable[View]) -> dict[str, dict[Cell, int]]:
    """What follows from any two views, or from all, by the names of the views."""
    found: dict[str, dict[Cell, int]] = {}
    for sums, near in telling(seen):
        pairs = [one + other for one, other in combinations_with_replacement(near, 2)]
        for both in [*pairs, reduce(View.__add__, near)]:
            if leak := given_away(both, sums):
                found.setdefault(both.name, {}).update(leak)
    return found


def test_the_publishers_withheld_counts_are_those_known_of() -> None:
    hidden = {(name.indicator, name.area) for name in held_counts.withheld()}
    assert {(OWN_HOME, SCILLY), (EMPLOYMENT, SCILLY)} < hidden
    assert sum(indicator == CHILDREN for indicator, _ in hidden) == 21
    assert {area for indicator, area in hidden if indicator == "iod2025_child_income_deprivation_count"} == {
        "E01006806",
        "E01006885",
    }
    assert len(hidden) == 25


def test_no_two_views_give_a_withheld_count_away() -> None:
    assert not found_in([*views.tables(), *views.registers()])


def test_without_the_guard_three_people_on_scilly_would_follow_from_the_table() -> None:
    """Region less its other authorities: 3 people, all in a home of their own; found, so the test above can fail."""
    bare = [views.values_view(name, _unguarded) for name in (OWN_HOME, EMPLOYMENT)]
    found = {name: count for leak in found_in(bare[:1]).values() for name, count in leak.items()}
    assert {(name.what, name.area): count for name, count in found.items()} == {
        (held_counts.COUNT, SCILLY): 3,
        (held_counts.DENOMINATOR, SCILLY): 3,
    }
    assert all(name.area == SCILLY for leak in found_in(bare).values() for name in leak)


def test_a_region_in_one_view_and_its_other_authorities_in_another_give_the_last_one_away() -> None:
    whole = views.values_view(OWN_HOME, _unguarded)
    region = {name: count for name, count in whole.shown.items() if name.area == SOUTH_WEST}
    rest = {name: count for name, count in whole.shown.items() if name.area[:3] in ("E06", "E10", "E08", "E09")}
    one, other = View("the region", region), View("authorities", rest)
    assert not found_in([one]) and not found_in([other])
    assert list(found_in([one, other])) == ["the region and authorities"]


def test_without_the_guard_children_would_follow_from_share_and_denominator() -> None:
    leak = found_in([views.values_view(CHILDREN, _unguarded)])
    found = {name: count for each in leak.values() for name, count in each.items()}
    counts = {name.area: count for name, count in found.items() if name.what == held_counts.COUNT}
    assert counts["E01006806"] == round(0.026 * 240)
    assert len(counts) >= 15
    assert sum(name.what == held_counts.DENOMINATOR for name in found) == 21


def _unguarded(rows: pd.DataFrame, about: dict[str, object]) -> pd.DataFrame:
    columns = indicator_figures._COLUMNS | {"value": f"Value ({about['unit_label']})"}
    return rows[list(indicator_figures._COLUMNS)].rename(columns=columns)


def test_a_guarded_table_keeps_its_values_and_says_why_counts_are_blank() -> None:
    table = indicator_figures.values_figure(OWN_HOME).frame
    rows = table[(table["Period"] == "2020/21") & (table["Sex"] == "Persons")].set_index("Area")
    assert rows.loc["South West", "Value (%)"] == 77.7
    assert rows.loc[["South West", "England", "Isles of Scilly"], ["Count", "Denominator"]].isna().all(axis=None)
    assert rows.loc["South West", "Note"] == withheld.NOT_SHOWN
    assert rows.loc["Isles of Scilly", "Note"] == withheld.WITHHELD
    assert rows.loc["St Helens", "Count"] > 0
    assert rows.loc["South West", "Lower 95% limit"] == 77.02


def test_an_indicator_without_withheld_counts_is_shown_whole() -> None:
    rows = reads.observations("gp_depression_qof_practice")
    about = reads.indicator("gp_depression_qof_practice")
    assert withheld.without(rows, about) is rows
    assert indicator_figures.values_table(rows, about)["Count"].notna().sum() == rows["count"].notna().sum()


def test_no_page_of_these_indicators_puts_a_blank_count_beside_its_area() -> None:
    """Whatever the figure: no line of its table that names the area holds the number that the guard leaves out."""
    for indicator_id in (OWN_HOME, EMPLOYMENT, CHILDREN):
        own, kin = withheld.telling(indicator_id)
        rows = reads.observations(indicator_id)
        keys = list(rows[["area_code", "period", "sex", "age"]].itertuples(index=False, name=None))
        blank = rows[[key in {each[:4] for each in own | kin} for key in keys]]
        figures = [
            indicator_figures.compare_figure(indicator_id, "E08000013", ENGLAND, "England"),
            indicator_figures.trend_figure(indicator_id, "E08000013", "St Helens", ENGLAND, "England"),
            indicator_figures.trend_figure(indicator_id, "E08000013", "St Helens", "E12000002", "North West"),
        ]
        for figure in figures:
            for line in figure.frame.to_dict("records"):
                mine = blank[(blank["area_short_name"] == line["Area"]) & (blank["period"] == line["Period"])]
                numbers = {*mine["count"].dropna(), *mine["denominator"].dropna()}
                assert not numbers & {value for value in line.values() if isinstance(value, float)}, line


def test_the_map_of_small_areas_gives_no_denominator_of_a_withheld_count() -> None:
    label = next(label for label, member in small_areas.options().items() if member.indicator_id == CHILDREN)
    layer = small_areas.layer(label)
    assert layer.said["E01006806"] == "0.026 proportion of under-16s."
    assert " of 2" in layer.said["E01006824"]
    lines = [line for line in drawn.lines(layer) if "E01006806" in line or "Billinge (002C)" in line]
    assert lines and not any("240" in line for line in lines)


# Where patients live.


def test_no_view_of_homes_gives_away_a_handful_of_patients_of_a_practice_in_a_neighbourhood() -> None:
    everything = views.everything_else_on_homes()
    for code in views.practices():
        everything = everything + views.practice_view(code)
    assert not _handfuls(everything)


@pytest.mark.parametrize("code", ["N83006", "N83054"])
def test_no_practices_map_beside_any_other_view_gives_a_handful_away(code: str) -> None:
    assert not _handfuls(views.practice_view(code) + views.everything_else_on_homes())


def _handfuls(seen: View) -> dict[Cell, int]:
    small = {name for name, count in views.lived_in().items() if 0 < count <= LARGEST_HIDDEN_COUNT}
    small = {name for name in small if name[0] in views.practices()}
    found = recoverable(seen.shown, views.sums_of_homes(), limits=seen.limits)
    return {name: count for name, count in {**seen.shown, **found}.items() if name in small}


def test_a_network_total_with_all_but_one_practice_shown_would_be_found() -> None:
    """The test above can fail: one view has the network's count, the other all but one of its practices'."""
    counts = views.lived_in()
    network, mine = next(
        (one.total, one.parts)
        for one in views.sums_of_homes()
        if one.total in counts and sum(0 < counts[part] <= LARGEST_HIDDEN_COUNT for part in one.parts) == 1
    )
    hidden = next(part for part in mine if 0 < counts[part] <= LARGEST_HIDDEN_COUNT)
    total = View("network", {network: counts[network]})
    rest = View("practices", {part: counts[part] for part in mine if part != hidden})
    assert not _handfuls(total) and not _handfuls(rest)
    assert _handfuls(total + rest) == {hidden: counts[hidden]}


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("1,312 patients", (1312, 1312)),
        ("fewer than 8", (1, 7)),
        ("fewer than 8, or none", (0, 7)),
        ("none, or fewer than 8", (0, 7)),
        ("8 to 99 patients", (8, 99)),
        ("600 or more", (600, None)),
        ("none patients", (0, 0)),
        ("not shown", (0, None)),
    ],
)
def test_words_are_read_as_a_reader_would(said: str, limits: tuple[int, int | None]) -> None:
    assert views.words_limits(said) == limits


def test_no_other_figure_says_how_many_of_a_practices_patients_live_in_a_neighbourhood() -> None:
    """Only the map that is read above names a practice and a neighbourhood in one line, or a neighbourhood at all."""
    names = [str(name) for name in reads.practices()["short_name"]]
    faults = [
        f"{function}{chosen}: {line[:160]}"
        for function, chosen, figure in drawn.drawings()
        if function != "practice.where.where_figure"
        for line in drawn.lines(figure)
        if drawn.NEIGHBOURHOOD.search(line)
        and (function.startswith("practice.") or any(name in line for name in names))
    ]
    assert not faults, "\n" + "\n".join(faults[:20])


def test_the_strip_of_a_community_tells_no_small_number_of_patients() -> None:
    """Counts of whole lists, their shares and what is left out of them; the shares are of totals shown beside them."""
    for network in reads.networks()["area_code"]:
        rows = place.facts_figure(network).frame
        told = rows.loc[rows["Figure"].str.contains("atients"), ["Value", "Detail"]].to_numpy().ravel()
        numbers = [
            int(found.replace(",", "")) for said in told for found in re.findall(r"(?<!\.)\b\d[\d,]*\b(?!\.|%)", said)
        ]
        assert min(numbers) > LARGEST_HIDDEN_COUNT
        assert len(numbers) >= 4


def test_the_figures_of_the_pages_of_places_are_found() -> None:
    found = drawn.functions()
    assert {"practice.where.where_figure", "communities.homes_map.map_figure", "locality.small_areas.layer"} <= set(
        found
    )
