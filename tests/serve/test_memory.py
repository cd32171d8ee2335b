"""Threads that work at once share one heap, so that none keeps what another freed."""

import subprocess
import sys

import pytest

_HEAPS = """
import ctypes, sys
from threading import Barrier, Thread
from shcares.serve.memory import share_one_heap
if sys.argv[1] == "shared" and not share_one_heap():
    sys.exit("no glibc")
libc = ctypes.CDLL(None)
if not hasattr(libc, "malloc_info"):
    sys.exit("no glibc")
together = Barrier(6)
def work():
    together.wait()
    held = [bytes(4000) for _ in range(20_000)]
    together.wait()
workers = [Thread(target=work) for _ in range(6)]
for one in workers:
    one.start()
for one in workers:
    one.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


def _heaps(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", _HEAPS, how], capture_output=True, text=True, check=False)
    if "no glibc" in done.stderr:
        pytest.skip("this system's C library has one heap or no such choice")
    return done.stdout.count("<heap nr=")


def test_threads_at_work_together_share_one_heap() -> None:
    assert _heaps("shared") == 1
    assert _heaps("own") > 1
