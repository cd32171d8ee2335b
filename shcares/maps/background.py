"""A background of streets from a tile server that the operator names; without one the map asks nobody for anything."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

ADDRESS, CREDIT = "SHCARES_TILES", "SHCARES_TILES_CREDIT"
"""Where the operator names it: an address with {z}, {x} and {y}, and whom to credit."""


@dataclass(frozen=True)
class Background:
    """A tile server."""

    address: str
    credit: str

    @property
    def host(self) -> str:
        """Scheme and host, as a content security policy names them."""
        parts = urlsplit(self.address.replace("{s}", "*"))
        return f"{parts.scheme}://{parts.netloc}"


def background() -> Background | None:
    """The background the operator has named, or None. Raises ValueError for what is no tile address."""
    address = os.environ.get(ADDRESS, "").strip()
    if not address:
        return None
    held = Background(address, os.environ.get(CREDIT, ""))
    if urlsplit(address).scheme not in ("http", "https") or not all(part in address for part in ("{z}", "{x}", "{y}")):
        raise ValueError(
            f"{ADDRESS} is {address!r}; expected an address such as https://tiles.example/{{z}}/{{x}}/{{y}}.png, "
            "or nothing for no background"
        )
    return held
