"""What the map says: every layer's figures, the panel, and the list that chooses."""

import csv
import json
from collections import defaultdict

import pytest
from streamlit.testing.v1 import AppTest

from shcares.style.palette import NETWORK, Scheme
from shcares.ui import reads
from shcares.ui.places.locality import communities, deprivation, one_community, practice_figures, profiles, small_areas
from shcares.ui.places.locality.choice import place_labels
from shcares.ui.places.locality.layer import Layer
from tests.app.conftest import ROOT, words_on

DATA = ROOT / "data"
ST_HELENS, CENTRAL, NORTH = "E08000013", "U67149", "U94037"


def rows(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def patients() -> dict[str, dict[str, int]]:
    """Neighbourhood of the borough to network to patients, counted from the files."""
    network = {row["practice_code"]: row["network_code"] for row in rows("areas/practices.csv")}
    borough = {row["lsoa11_code"] for row in rows("geography/lookup.csv")}
    counted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows("geography/registrations.csv"):
        if row["area_code"] in borough and network.get(row["practice_code"]) in NETWORK:
            counted[row["area_code"]][network[row["practice_code"]]] += int(row["patients"])
    return counted


def every_layer() -> list[Layer]:
    return [
        communities.all_four(),
        *(one_community.one_community(code) for code in NETWORK),
        *(deprivation.layer(label) for label in deprivation.options()),
        *(small_areas.layer(label) for label in small_areas.options()),
        *(practice_figures.layer(name, ST_HELENS, Scheme.SAFE) for name in practice_figures.options()),
    ]


def test_each_neighbourhood_takes_the_hue_of_the_community_most_of_its_people_are_on_the_list_of(
    patients: dict[str, dict[str, int]],
) -> None:
    layer = communities.all_four()
    for code, counts in patients.items():
        first = max(counts, key=lambda one: counts[one])
        share = counts[first] / sum(counts.values())
        wash = layer.fills[code]
        if share < 0.5:
            assert wash.colour == f"url(#stripe-{first}-{sorted(counts, key=lambda one: -counts[one])[1]})"
        else:
            assert wash.colour == NETWORK[first] and wash.share == pytest.approx(share, abs=0.006)
    assert sum(wash.colour.startswith("url") for wash in layer.fills.values()) == 16


def test_one_community_alone_says_how_many_of_its_patients_live_where_it_leads(
    patients: dict[str, dict[str, int]],
) -> None:
    own = sum(counts[CENTRAL] for counts in patients.values() if max(counts, key=lambda one: counts[one]) == CENTRAL)
    inside = sum(counts[CENTRAL] for counts in patients.values())
    layer = one_community.one_community(CENTRAL)
    assert f"{own:,} of them" in layer.figure.sentence and f"{inside:,} live" in layer.figure.sentence
    assert layer.finding.startswith(f"{own / inside * 100:.0f}%")


def test_a_decile_on_the_map_is_the_published_one_and_split_places_are_left_open() -> None:
    published = {
        row["area_code"]: row
        for row in rows("geography/deprivation.csv")
        if row["edition"] == "2025" and row["domain"] == "health"
    }
    layer = deprivation.layer("IMD 2025: health and disability")
    assert len(layer.fills) == 117
    assert all(f"rank {int(published[code]['rank']):,}" in layer.said[code] for code in layer.fills)
    for parent, halves in (("E01006865", ("013D", "013E")), ("E01006900", ("022G", "022H"))):
        assert parent not in layer.fills
        assert all(half in layer.said[parent] for half in halves)


def test_no_figure_is_never_drawn_like_a_low_one() -> None:
    layer = small_areas.layer(
        next(label for label in small_areas.options() if "child" in label.lower() and "2025" in label)
    )
    hidden = [code for code, said in layer.said.items() if said.startswith("Suppressed")]
    assert len(hidden) == 2 and not set(hidden) & set(layer.fills)
    assert layer.key[-1].wash is None and layer.key[-1].label == "No figure"


def test_every_layer_has_a_legend_a_source_a_sentence_and_a_picture() -> None:
    for layer in every_layer():
        figure = layer.figure
        assert layer.key and layer.key_title and layer.finding
        assert figure.sentence and figure.period and figure.area and figure.source and figure.method
        assert len(figure.frame) > 20
        picture = json.loads(layer.picture.replace("<\\/", "</"))
        assert set(picture["fills"]) <= set(place_labels())
        used = {wash.colour for wash in layer.fills.values() if wash.colour.startswith("url")}
        assert used <= {f"url(#{name})" for name in layer.stripes}


def test_a_practice_is_clearly_higher_on_the_map_only_where_its_whole_interval_is() -> None:
    layer = practice_figures.layer("Diabetes", ST_HELENS, Scheme.SAFE)
    counts = {
        row["area_code"]: (float(row["count"]), float(row["denominator"]))
        for row in _observed("gp_diabetes_qof", "2020/21")
    }
    whole, everyone = counts["E38000172"]
    for code, look in layer.practices.items():
        if code not in counts:
            continue
        x, n = counts[code]
        z, p = 1.959964, x / n
        middle, reach = 2 * x + z * z, z * (z * z + 4 * x * (1 - p)) ** 0.5
        low, high = (middle - reach) / (2 * (n + z * z)), (middle + reach) / (2 * (n + z * z))
        share = whole / everyone
        assert look.icon == ("↑" if low > share else "↓" if high < share else "≈"), code


def _observed(indicator_id: str, period: str) -> list[dict[str, str]]:
    found = []
    for path in sorted((DATA / "observations").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            found += [
                row for row in csv.DictReader(file) if row["indicator_id"] == indicator_id and row["period"] == period
            ]
    return [row for row in found if row["count"]]


def test_every_place_that_can_be_chosen_has_a_profile_with_figures() -> None:
    chosen = [code for code in place_labels() if code]
    assert set(chosen) == set(profiles.kinds())
    for code in chosen:
        figure = profiles.profile(code)
        assert figure.sentence and len(figure.frame) >= 2 and figure.source


def test_a_neighbourhood_is_found_by_the_name_of_its_ward() -> None:
    wards = reads.lookup().set_index("lsoa11_code")["ward24_code"].map(reads.area_name)
    found = {code for code, label in place_labels().items() if "Parr" in label}
    assert found == set(wards.index[wards == "Parr"])
    assert len(found) == 9


def test_a_link_that_names_a_neighbourhood_without_its_ward_still_chooses_it() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/locality_map.py")
    app.query_params["place"] = "Derbyshire Hill (017B)"
    app.run()
    assert not app.exception
    assert place_labels()[app.selectbox(key="place").value] == "Derbyshire Hill (017B), Parr ward"


def test_the_panel_follows_the_list_and_the_heading_follows_the_layer() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/locality_map.py").run()
    assert "74.4% of registered residents live where their own care community has the most patients" in words_on(app)
    app.selectbox(key="place").set_value("N83635").run()
    assert (
        "Its patients appear to have moved to Longton Medical Centre by 1 March 2024; closed 28 February 2025"
        in words_on(app)
    )
    app.selectbox(key="area").set_value(NORTH).run()
    assert "of North’s patients in the borough live where it has the most patients" in words_on(app)
    assert not app.exception


def test_a_link_with_a_place_that_there_is_not_is_passed_over() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("pages/places/locality_map.py")
    app.query_params["to_place"] = "nowhere"
    app.query_params["to_session"] = "stolen"
    app.run()
    assert not app.exception
    assert app.selectbox(key="place").value == ""
    assert "session" not in app.session_state
