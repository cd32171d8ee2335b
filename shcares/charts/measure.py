"""How wide words are in the typeface of the charts, near enough to keep them off each other."""

# Widths of Source Sans Pro's regular letters, as shares of their size; any other is as wide as a figure or wider.
_WIDTHS = {
    0.2: " ",
    0.25: "ijlI.,:;'’",
    0.3: "f-()",
    0.35: "rt/",
    0.42: "sz",
    0.46: "cvxy",
    0.5: "aegkFJLVXY0123456789–−+≈",
    0.55: "bdhnopquACEPRSTZ",
}
_WIDEST, _BOLD, _ROOM = 0.68, 1.06, 1.02
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def words_width(words: str, size: float) -> float:
    """The width of words in pixels, a little more rather than less."""
    return sum(_OF.get(letter, _WIDEST) for letter in words) * size * _ROOM


def bold_width(words: str, size: float) -> float:
    """The same in bold."""
    return words_width(words, size) * _BOLD
