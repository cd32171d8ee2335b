"""A figure for every kind of plot, by hand: gaps, intervals, own colours, comparators."""

import pandas as pd

from shcares.domain.plots import Plot, PlotKind, Series, Values
from shcares.export.figure import Figure
from shcares.style import palette

HUES = tuple(palette.NETWORK.values())
NAMES = ("North", "South", "Central", "Newton")


def figure(plot: Plot | None = None, **other: object) -> Figure:
    """A figure with this drawing."""
    given: dict[str, object] = {
        "id": "obesity",
        "title": "Obesity in year 6 children",
        "sentence": "St Helens: 25.1% in 2024/25, above England.",
        "period": "2024/25",
        "area": "St Helens and England",
        "source": "Office for Health Improvement and Disparities, Fingertips. Open Government Licence v3.0.",
        "method": "Proportion of children measured.",
        "frame": pd.DataFrame({"Area": ["North", "South"], "Value (%)": [25.1, None], "Count": [1200, 3400]}),
        "notes": ("No interval is held.",),
        "ref": "TR-QRCD",
        "plot": (lambda: plot) if plot else None,
    }
    return Figure(**{**given, **other})  # type: ignore[arg-type]


def bars(values: Values, kind: PlotKind = PlotKind.BARS, *, apart: float = 0.0) -> Plot:
    """Bars with one of them in colour; their limits so far apart, if at all."""
    lower = tuple(None if value is None else value - apart for value in values) if apart else ()
    upper = tuple(None if value is None else value + apart / 2 for value in values) if apart else ()
    colours = tuple(palette.ACCENT if at == 1 else palette.COMPARATOR for at in range(len(values)))
    one = Series("Obesity", values, palette.COMPARATOR, lower, upper, colours=colours)
    return Plot(kind, (one,), "Children with obesity, %", tuple(f"Practice {at}" for at in range(len(values))), 1)


BARS = bars((25.1, 22.0, None, 31.4), apart=2.0)
COLUMNS = bars((25.1, 22.0, None, 31.4), PlotKind.COLUMNS, apart=2.0)
STACKED = Plot(
    PlotKind.STACKED,
    (
        Series("Most deprived", (50.0, 20.0, 30.0, 3.0), HUES[0]),
        Series("Middle", (30.0, 50.0, 30.0, 47.0), HUES[1]),
        Series("Least deprived", (20.0, 30.0, 40.0, 50.0), HUES[2]),
    ),
    "Share of patients, %",
    NAMES,
)
LINES = Plot(
    PlotKind.LINES,
    (
        Series("St Helens, to 2016/17", (20.0, 21.0, None, None, None), palette.ACCENT),
        Series(
            "St Helens",
            (None, None, None, 24.0, 25.5),
            palette.ACCENT,
            (None, None, None, 23.0, 24.0),
            (None, None, None, 25.0, 27.5),
        ),
        Series("England", (19.0, 19.5, None, 20.0, 20.2), palette.COMPARATOR, dashed=True),
    ),
    "Children with obesity, %",
    ("2015/16", "2016/17", "2017/18", "2018/19", "2019/20"),
    1,
    from_zero=False,
)
POINTS = Plot(
    PlotKind.POINTS,
    (
        Series("Practices", (9.0, 11.0, None), palette.COMPARATOR, x=(20.0, 40.0, 50.0)),
        Series("Garswood", (8.0,), palette.ACCENT, (7.0,), (9.5,), x=(30.0,), labels=("Garswood",)),
        Series("Fitted line", (7.0, 12.0), palette.LIGHT.ink, x=(20.0, 50.0), joined=True),
    ),
    "Patients with diabetes, %",
    decimals=1,
    x_axis="Deprivation score",
    from_zero=False,
)
EVERY_KIND = {"bars": BARS, "columns": COLUMNS, "stacked": STACKED, "lines": LINES, "points": POINTS}
