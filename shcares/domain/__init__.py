"""The vocabulary everything else speaks: enums, frozen dataclasses, periods and errors; standard library only."""
