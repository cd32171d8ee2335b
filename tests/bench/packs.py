"""python -m tests.bench.packs: how long all four meeting packs take, and what memory is held after each making."""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread

from shcares.serve.memory import share_one_heap
from tests.bench import report


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.packs", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often the packs are made (default: %(default)s)")
    rounds = parser.parse_args().rounds
    share_one_heap()  # as the server does
    os.environ.setdefault("STREAMLIT_LOGGER_LEVEL", "error")  # else it warns that nobody looks at a page
    report.heading("All four meeting packs with a sheet for each practice; the first round makes every figure too")
    report.table(
        ("round", "seconds", "of processor", "MB written", "MB held"), [_round(one + 1) for one in range(rounds)]
    )
    return 0


def _round(number: int) -> tuple[str, ...]:
    from shcares.style.palette import Scheme
    from shcares.ui.present import decks, packs

    started, worked = time.perf_counter(), time.process_time()
    with TemporaryFile() as file:
        making = (list(decks.networks()), Scheme.SAFE, file)
        # A thread of its own, as every press on the page has.
        one = Thread(target=packs.write_packs, args=making, kwargs={"progress": lambda _step, _share: None})
        one.start()
        one.join()
        size = file.tell() / 1e6
    seconds, worked = time.perf_counter() - started, time.process_time() - worked
    return (f"{number}", f"{seconds:.1f}", f"{worked:.1f}", f"{size:.1f}", _held())


def _held() -> str:
    """Memory of this process, where the system says."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return ""
    return f"{int(statm.read_text().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 1e6:.0f}"


if __name__ == "__main__":
    sys.exit(main())
