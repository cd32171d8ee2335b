"""The words `python -m shcares build` prints."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from shcares.domain.errors import DataError
from shcares.pipeline.build import build
from shcares.pipeline.files import latest_store


def build_command(root: Path) -> int:
    """Build the store and say where it is; 1 if the data has faults, 2 if there is no data folder."""
    if not root.is_dir():
        print(f"{root} is not a folder; name the data folder with --data", file=sys.stderr)
        return 2
    started = time.perf_counter()
    try:
        path = build(root, progress=_steps())
    except DataError as error:
        return _explain(root, error)
    print(f"{path} ({path.stat().st_size / 1e6:.1f} MB) after {time.perf_counter() - started:.1f} s")
    return 0


def _steps() -> Callable[[str, float], None]:
    """A listener that prints each step when it begins."""
    begun: list[str] = []

    def hear(step: str, share: float) -> None:
        if step not in begun:
            begun.append(step)
            print(f"{share:4.0%}  {step}", flush=True)

    return hear


def _explain(root: Path, error: DataError) -> int:
    last_good = latest_store(root)
    stays = f"the last good store stays: {last_good.name}" if last_good else "there is no earlier store to fall back on"
    print(f"{error}\n{len(error.problems)} fault(s) in the data; {stays}", file=sys.stderr)
    return 1
