"""The bench's words: headings and tables of plain text."""

from collections.abc import Sequence
from statistics import median, quantiles


def heading(words: str) -> None:
    """A part begins."""
    print(f"\n{words}\n{'-' * len(words)}", flush=True)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their widest word; the first to the left, the rest to the right."""
    widths = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    for row in (columns, *rows):
        first, *rest = (
            word.ljust(width) if not place else word.rjust(width)
            for place, (word, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join((first, *rest)), flush=True)


def middle(values: Sequence[float]) -> str:
    """The median in milliseconds."""
    return f"{median(values):.1f}" if values else "–"


def ninety_fifth(values: Sequence[float]) -> str:
    """The 95th percentile in milliseconds."""
    return f"{quantiles(values, n=20)[-1]:.1f}" if len(values) > 1 else "–"


def kilobytes(size: float) -> str:
    """Bytes in thousands."""
    return f"{size / 1000:,.0f}"
