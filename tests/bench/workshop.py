"""A copy of the project in a temporary folder, to build and serve from without touching this one."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.harness.servers import ROOT, Server, free_port, running, wait_until_warm

PARTS = ("app.py", "pages", "shcares", "data", ".streamlit")


@dataclass(frozen=True)
class Making:
    """What one build took."""

    seconds: float
    peak_megabytes: float
    file_megabytes: float


@contextmanager
def copy_of_project() -> Iterator[Path]:
    """The project without its built store, for a while."""
    with TemporaryDirectory(prefix="shcares-bench-") as name:
        folder = Path(name)
        for part in PARTS:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("build", "__pycache__"))
            else:
                shutil.copy(ROOT / part, folder / part)
        yield folder


def build(folder: Path) -> Making:
    """Build the store in a process of its own and ask the system what it took."""
    command = [sys.executable, "-m", "shcares", "build"]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=environment(folder))
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"the build ended with {process.returncode}")
    return Making(seconds, usage.ru_maxrss / 1024, store_of(folder).stat().st_size / 1e6)


def store_of(folder: Path) -> Path:
    """The one store in the copy."""
    return next((folder / "data" / "build").glob("shcares-*.duckdb"))


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """The dashboard served from the copy."""
    port = free_port()
    command = (sys.executable, "-m", "shcares", "serve", "--port", str(port))
    log = folder / f"serve-{port}.log"
    with running(command, port, "/health", log, folder=folder, environment=environment(folder)) as server:
        wait_until_warm(server)
        yield server


def environment(folder: Path) -> dict[str, str]:
    """The copy's own modules, not this project's."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def memory_megabytes(server: Server) -> float | None:
    """What a server holds in memory now; None where the system does not say."""
    status = Path(f"/proc/{server.process.pid}/status")
    if not status.exists():
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else None
