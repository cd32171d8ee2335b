"""What the map always holds, as the bytes its frame fetches once; named by the store, so that it may be kept."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit

from shcares.domain import areas
from shcares.domain.vocabulary import AreaType
from shcares.maps import scene, shapes
from shcares.maps.locality import FILES as FRAME_FILES
from shcares.ui import lineage, reads
from shcares.ui.places import homes
from shcares.ui.places.locality.marks import numbered

# The frame's own address is /component/<name>/index.html.
FILES = "../../maps"
_FONTS = Path(streamlit.__file__).parent / "static" / "static" / "media"


def name() -> str:
    """The file name of the outlines of the open store."""
    return f"outlines-{reads.build_info().digest}.json"


@lineage.remember()
def content() -> bytes:
    """The outlines, names and practices as JSON."""
    drawn: dict[str, Any] = scene.scene(
        neighbourhoods=shapes.geo_frame(reads.boundaries(AreaType.LSOA11)),
        middle=shapes.geo_frame(reads.boundaries(AreaType.MSOA11)),
        authorities=shapes.geo_frame(reads.boundaries(AreaType.AUTHORITY)),
        borough=areas.ST_HELENS,
        leading=homes.by_place()["leading"],
    )
    labels = [
        {"name": row["name"], "kind": row["kind"], "at": [row["latitude"], row["longitude"]]}
        for row in reads.place_labels().to_dict("records")
    ]
    return json.dumps(drawn | {"labels": labels, "practices": _practices()}, separators=(",", ":")).encode()


def _practices() -> list[dict[str, Any]]:
    return [
        {
            "code": row["practice_code"],
            "name": row["short_name"],
            "number": row["number"],
            "at": [row["latitude"], row["longitude"]],
            "gone": row["status"] != "active",
        }
        for row in numbered().to_dict("records")
    ]


def file(name_: str) -> bytes | None:
    """A file that the map's frame asks for, by its name; None where there is none of that name."""
    if name_ == name():
        return content()
    path = FRAME_FILES.get(name_)
    return path.read_bytes() if path else None


@lineage.remember()
def font() -> str:
    """Where the frame finds the typeface of the page round it."""
    found = next(_FONTS.glob("SourceSansVF-Upright*.woff2"))
    return f"../../static/media/{found.name}"


@lineage.remember()
def middle() -> tuple[float, float]:
    """Latitude and longitude of the middle of the practices: where the map starts before its outlines arrive."""
    rows: pd.DataFrame = numbered()
    return float(rows["latitude"].mean()), float(rows["longitude"].mean())
