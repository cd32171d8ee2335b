"""Servers of this project and of plain Streamlit, each a process of its own on a free port of this machine."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HOST = "127.0.0.1"
START_SECONDS = 240.0
STREAMLIT = (sys.executable, "-m", "streamlit", "run")


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, its process, and the file its words go to."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def port(self) -> int:
        """The port in the address."""
        return int(self.url.rpartition(":")[2])


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    health: str,
    log: Path,
    *,
    folder: Path = ROOT,
    environment: Mapping[str, str] = {},
) -> Iterator[Server]:
    """Start a server, wait until its health route answers 200, and end its process at the close."""
    with log.open("wb") as words:
        process = subprocess.Popen(
            list(command), cwd=folder, stdout=words, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
    server = Server(f"http://{HOST}:{port}", process, log)
    try:
        _wait_until_healthy(server, health)
        yield server
    finally:
        _end(process)


@contextmanager
def dashboard(log_folder: Path) -> Iterator[Server]:
    """This project's own server, `python -m shcares serve`."""
    port = free_port()
    command = (sys.executable, "-m", "shcares", "serve", "--port", str(port))
    with running(command, port, "/health", log_folder / f"serve-{port}.log") as server:
        yield server


@contextmanager
def dashboard_under_streamlit(log_folder: Path) -> Iterator[Server]:
    """The same dashboard as `streamlit run app.py`."""
    port = free_port()
    command = (*STREAMLIT, "app.py", "--server.port", str(port), "--server.address", HOST)
    with running(command, port, "/_stcore/health", log_folder / f"streamlit-{port}.log") as server:
        yield server


@contextmanager
def stock_streamlit(script: Path, log_folder: Path) -> Iterator[Server]:
    """Plain `streamlit run` of one script, with nothing set but what keeps it on this machine."""
    port = free_port()
    keep_quiet = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
    command = (*STREAMLIT, str(script), "--server.port", str(port), "--server.address", HOST, *keep_quiet)
    with running(command, port, "/_stcore/health", log_folder / f"stock-{port}.log", folder=script.parent) as server:
        yield server


def _wait_until_healthy(server: Server, health: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server ended by itself; its last words:\n{_last_words(server.log)}")
        if _answers(server.url + health):
            return
        time.sleep(0.2)
    raise TimeoutError(f"{server.url}{health} did not answer in {START_SECONDS:.0f} s:\n{_last_words(server.log)}")


def wait_until_warm(server: Server) -> None:
    """Until every view is prepared, so that what is measured is not shared with that work."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with urllib.request.urlopen(server.url + "/health", timeout=5) as response:
            if json.load(response)["warm"]:
                return
        time.sleep(0.5)
    raise TimeoutError(f"not every view was prepared in {START_SECONDS:.0f} s:\n{_last_words(server.log)}")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _last_words(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-3000:]


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=10)
