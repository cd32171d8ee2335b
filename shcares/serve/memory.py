"""One heap for all threads, so that the memory held stays the same however often packs are made."""

import ctypes
import sys

_M_ARENA_MAX = -8


def share_one_heap() -> bool:
    """Let all threads use the first heap of the C library; False where it knows no such choice.

    glibc gives a thread that finds the others busy a heap of its own, up to eight for each core, and each keeps what
    the largest making of packs freed in it. To be called before the first thread starts; `mallopt(3)`.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(_M_ARENA_MAX, 1) == 1
