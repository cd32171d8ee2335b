"""Numbers as they are read."""

from shcares.style import formats


def test_limits_that_would_read_the_same_get_decimals_that_tell_them_apart() -> None:
    assert formats.interval(3.46655, 3.54166, 1) == "3.47 to 3.54"
    assert formats.interval(3.4, 3.5, 1) == "3.4 to 3.5"
    assert formats.interval(3.5, 3.5, 1) == "3.5 to 3.5"
