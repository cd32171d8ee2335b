"""The words `python -m shcares export` prints, and the files it writes: packs and sheets with no browser."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from shcares.style.palette import Scheme
from shcares.ui.present import decks, packs
from shcares.ui.present.packs_contents import every_practice, practices_of

KINDS = ("packs", "sheets")


def export(kind: str, to: Path, network: str, colours: str) -> int:
    """Write the zip of packs or of sheets into a folder and say where it is; 2 where no network bears the name."""
    names = decks.networks()
    asked = network.casefold()
    chosen = [code for code, name in names.items() if asked in ("", name.casefold(), code.casefold())]
    if not chosen:
        print(f"{network!r} is no care community; there are {', '.join(names.values())}", file=sys.stderr)
        return 2
    to.mkdir(parents=True, exist_ok=True)
    path = to / f"{kind}.zip"
    unfinished = path.with_suffix(".part")
    try:
        with unfinished.open("wb") as file:
            _write(kind, chosen, Scheme(colours), file)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    print(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


def _write(kind: str, network_codes: Sequence[str], scheme: Scheme, file: IO[bytes]) -> None:
    if kind == "packs":
        packs.write_packs(network_codes, scheme, file, progress=_say)
        return
    codes = every_practice() if len(network_codes) > 1 else practices_of(network_codes[0])
    packs.write_sheets(codes, scheme, file, progress=_say)


def _say(step: str, share: float) -> None:
    print(f"{share:4.0%}  {step}", flush=True)
