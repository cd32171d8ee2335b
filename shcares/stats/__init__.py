"""Statistics: pure functions from numbers to numbers; screens, downloads and slides all call these."""
