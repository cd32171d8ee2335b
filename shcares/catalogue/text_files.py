"""Bytes to text: a file that cannot be opened or decoded is a problem, never a traceback."""

from pathlib import Path

from shcares.domain.errors import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, shown as `file`; a file in another encoding is still read, to check the rest of it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        found = f"a file that cannot be opened ({error.strerror})"
        return None, [Problem(file, "", found, "a readable file", "put the file back")]
    if b"\0" in content:
        return None, [Problem(file, "", "bytes that are not text", "UTF-8 text", "save it again as UTF-8 text")]
    if content.startswith(BYTE_ORDER_MARK):
        remedy = "save it again as UTF-8 without the mark"
        found = "an invisible byte-order mark at the start"
        return content.decode("utf-8-sig", "replace"), [Problem(file, "", found, "plain UTF-8", remedy)]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{content[error.start]:02x}, which is not UTF-8"
        problem = Problem(file, f"line {line}", found, "UTF-8 text", "save the file again as UTF-8")
        return content.decode("cp1252", "replace"), [problem]
