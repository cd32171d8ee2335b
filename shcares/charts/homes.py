"""Where patients live: the still map at the size of half a page, its legend in squares of the areas' own strength."""

from typing import Any

import pandas as pd

from shcares.charts import house
from shcares.charts.places import places_chart

HEIGHT = 580
_SQUARE, _EDGE = 200, 0.6


def homes_chart(places: pd.DataFrame, **options: Any) -> house.Drawing:
    """`places_chart` with the same columns and options, taller; no outline draws "no data" as there."""
    chart = places_chart(places, height=HEIGHT, **options)
    return chart.configure_legend(symbolType="square", symbolSize=_SQUARE, symbolStrokeWidth=_EDGE)
