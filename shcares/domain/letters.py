"""Letters that stand for a name in an ID: Crockford's thirty-two, none of which looks like another."""

from base64 import b32encode
from hashlib import sha256

EMPTY = "U"
"""Stands for no value at all: a letter that no hash has."""
_READABLE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_MISREAD = str.maketrans("OIL", "011")


def hashed(name: str, letters: int) -> str:
    """The first letters of a name's SHA-256: always the same for the same name."""
    return b32encode(sha256(name.encode()).digest()).decode().translate(_READABLE)[:letters]


def as_meant(letters: str) -> str:
    """Letters as they were meant: those that look like a figure are that figure."""
    return letters.translate(_MISREAD)
