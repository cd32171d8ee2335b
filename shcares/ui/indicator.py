"""One indicator told whole: what it says, how it moved, how others fare, what it means, every value."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from shcares.charts import house
from shcares.charts.compare import compare_chart
from shcares.charts.strip import strip_chart
from shcares.charts.trend import trend_chart
from shcares.domain import areas
from shcares.domain.vocabulary import AreaType, CiMethod, Judgement, Level, Polarity, Statistic
from shcares.stats.comparison import judge, why_not_compared
from shcares.style import formats, sentences
from shcares.ui import direction, figures, reads, words
from shcares.ui.filters import Choice

MOST_DOTS = 48
_POLARITY = {Polarity.HIGH_IS_GOOD: "Higher is better", Polarity.LOW_IS_GOOD: "Lower is better", Polarity.NEUTRAL: "Not judged good or bad"}
_STATISTIC = {
    Statistic.PROPORTION: "Proportion",
    Statistic.CRUDE_RATE: "Crude rate",
    Statistic.DSR: "Directly age-standardised rate",
    Statistic.ISR: "Indirectly standardised ratio",
    Statistic.SLOPE_INDEX: "Slope index of inequality",
    Statistic.MODELLED: "Modelled estimate",
}
_CI = {
    CiMethod.PUBLISHED: "95% intervals as published.",
    CiMethod.WILSON: "95% intervals worked out here from the published count and denominator (Wilson).",
    CiMethod.BYAR: "95% intervals worked out here from the published count (Byar).",
    CiMethod.EXACT: "95% intervals worked out here from the published count (exact Poisson).",
    CiMethod.DOBSON: "95% intervals by Dobson’s method.",
}


def show_indicator(indicator_id: str, choice: Choice) -> None:
    """Heading, finding, charts, meaning, flags, values."""
    about = reads.indicator(indicator_id)
    area_code, area = _area_held(indicator_id, choice)
    st.header(about["name"], anchor=False)
    if area_code != choice.area_code:
        st.markdown(f":material/info: Not published for {choice.area}, so {area} is shown.")
    tabs = st.tabs(["Over time", "Areas compared", "What it means", "All values"], key="view", bind="query-params", on_change="rerun")
    if tabs[0].open:
        with tabs[0]:
            figures.show(trend_figure(indicator_id, area_code, area, choice.comparator_code, choice.comparator))
    if tabs[1].open:
        with tabs[1]:
            figures.show(compare_figure(indicator_id, area_code, choice.comparator_code, choice.comparator))
    if tabs[2].open:
        with tabs[2]:
            _show_meaning(indicator_id)
    if tabs[3].open:
        with tabs[3]:
            figures.show(values_figure(indicator_id))
    _show_flags(indicator_id)


def _area_held(indicator_id: str, choice: Choice) -> tuple[str, str]:
    held = set(reads.observations(indicator_id)["area_code"])
    for code in (choice.area_code, areas.ST_HELENS, areas.SUB_ICB):
        if code in held:
            return code, reads.area_name(code)
    return choice.area_code, choice.area


def method_of(about: dict[str, Any], rows: pd.DataFrame) -> str:
    """How the values were made and where their intervals come from, in a sentence or two."""
    kinds = [kind for kind in CiMethod if kind in set(rows["ci_method"])]
    made = _STATISTIC.get(about["statistic"], str(about["statistic"]).replace("_", " ").capitalize())
    intervals = " ".join(_CI[kind] for kind in kinds if kind in _CI) or "No interval is published."
    return f"{made}, {about['unit_label']}. {about['definition']} {intervals}"


def source_of(about: dict[str, Any]) -> str:
    """Publisher, dataset, release and licence in one line."""
    via = f", {about['via']}" if isinstance(about["via"], str) and about["via"] else ""
    return f"{about['publisher']}, {about['dataset']}, {about['release']}{via}. {about['licence']}."


@st.cache_data(show_spinner=False, max_entries=400)
def trend_figure(indicator_id: str, area_code: str, area: str, comparator_code: str, comparator: str) -> figures.Figure:
    """The area's series with its interval, the comparator beside it."""
    about = reads.indicator(indicator_id)
    mine, theirs = reads.series(indicator_id, area_code), reads.series(indicator_id, comparator_code)
    several = mine["sex"].nunique() > 1
    drawn = pd.concat([_drawn(mine, area, "this", several, about), _drawn(theirs, comparator, "comparator", several, about)])
    sentence = latest_sentence(indicator_id, area_code, area, comparator_code, comparator)
    trends = dict.fromkeys(direction.trend_words(rows, about) for _, rows in mine.groupby("sex"))
    span = _span(mine, about)
    titles = {"finding": _finding(mine, theirs, comparator, about), "subtitle": f"{about['name']}, {area}, {about['unit_label']}"}
    chart = trend_chart(drawn, **titles, decimals=about["decimals"])
    breaks, _, _ = reads.indicator_texts(indicator_id)
    return figures.Figure(
        id=f"{indicator_id}-trend",
        title=about["name"],
        sentence=sentence,
        period=span,
        area=f"{area} and {comparator}" if len(theirs) else area,
        source=source_of(about),
        method=method_of(about, mine),
        frame=_table(pd.concat([mine, theirs]), about),
        spec=house.spec(chart),
        notes=(*(f"{said}." for said in trends), *(f"Series breaks at {formats.period(row.period, about['year_type'])}: {row.reason}" for row in breaks.itertuples())),
    )


def _finding(mine: pd.DataFrame, theirs: pd.DataFrame, comparator: str, about: dict[str, Any]) -> str:
    if mine.empty:
        return "No headline value is published"
    last = mine.sort_values("period_end").iloc[-1]
    who = {"Male": "Men: ", "Female": "Women: "}.get(last["sex"], "")
    value = formats.short_quantity(last["value"], about["unit"], about["decimals"])
    said = f"{who}{value} in {formats.period(last['period'], about['year_type'])}"
    same = theirs[(theirs["sex"] == last["sex"]) & (theirs["period"] == last["period"])]["value"]
    if same.empty:
        return said
    return f"{said}, {sentences.gap(last['value'], float(same.iloc[-1]), comparator, about['decimals'], about['unit'])}"


def _drawn(rows: pd.DataFrame, area: str, role: str, several: bool, about: dict[str, Any]) -> pd.DataFrame:
    sexes = rows["sex"].map({"Male": ", men", "Female": ", women"}).fillna("") if several else ""
    return pd.DataFrame(
        {
            "at": rows["at"],
            "period_start": rows["period_start"],
            "period_end": rows["period_end"],
            "period": [formats.period(label, about["year_type"]) for label in rows["period"]],
            "value": rows["value"],
            "lower_ci": rows["lower_ci"],
            "upper_ci": rows["upper_ci"],
            "interval": [formats.interval(low, high, about["decimals"]) or "not published" for low, high in zip(rows["lower_ci"], rows["upper_ci"], strict=True)],
            "area": area + sexes,
            "role": role,
            "dash": (rows["sex"] == "Male").map({True: "b", False: "a"}),
            "run": rows["run"].astype(str) + rows["sex"],
            "pandemic": rows["pandemic"] & ~rows["pooled"],
        }
    )


def _span(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    if rows.empty:
        return formats.NO_DATA
    ordered = rows.sort_values("period_end")
    first, last = (formats.period(ordered["period"].iloc[position], about["year_type"]) for position in (0, -1))
    return first if first == last else f"{first} – {last}"


def latest_sentence(indicator_id: str, area_code: str, area: str, comparator_code: str, comparator: str) -> str:
    """What the latest value says, read aloud: value, period, comparator, judgement or why there is none."""
    about = reads.indicator(indicator_id)
    mine, theirs = reads.series(indicator_id, area_code), reads.series(indicator_id, comparator_code)
    if mine.empty:
        return f"No headline value is published for {area}."
    said = []
    for sex, rows in mine.groupby("sex"):
        last = rows.iloc[-1]
        same = theirs[(theirs["sex"] == sex) & (theirs["period"] == last["period"])]
        benchmark = float(same["value"].iloc[-1]) if len(same) else None
        said.append(_sentence(last, benchmark, area, comparator, about, str(sex)))
    return " ".join(said)


def _sentence(last: pd.Series, benchmark: float | None, area: str, comparator: str, about: dict[str, Any], sex: str) -> str:
    who = {"Male": " for men", "Female": " for women"}.get(sex, "")
    value = formats.quantity(last["value"], about["unit_label"], about["decimals"], about["unit"])
    opening = f"{area}{who}: {value} in {formats.period(last['period'], about['year_type'])}"
    if benchmark is None:
        return f"{opening}; no {comparator} value is published for the same period."
    numbers = (last["value"], last["lower_ci"], last["upper_ci"], benchmark)
    judgement = judge(*numbers, polarity=Polarity(about["polarity"]))
    gap = sentences.gap(last["value"], benchmark, comparator, about["decimals"], about["unit"])
    if judgement is Judgement.NOT_COMPARED:
        why = why_not_compared(*numbers) or ""
        return f"{opening}, {gap}. Whether that is more than chance cannot be said: {why}."
    return f"{opening}, {gap}: {sentences.against(judgement, comparator)} (95% interval {formats.interval(last['lower_ci'], last['upper_ci'], about['decimals'])})."


@st.cache_data(show_spinner=False, max_entries=400)
def compare_figure(indicator_id: str, area_code: str, comparator_code: str, comparator: str) -> figures.Figure:
    """Areas of one kind in the latest period they share with the area shown."""
    about = reads.indicator(indicator_id)
    rows = _headline(reads.observations(indicator_id), about)
    peers, kind = _peers(rows, about)
    last = peers.sort_values("period_end")["period"].iloc[-1] if len(peers) else ""
    now = peers[peers["period"] == last]
    benchmark_rows = rows[(rows["area_code"] == comparator_code) & (rows["period"] == last)]
    benchmark = float(benchmark_rows["value"].iloc[0]) if len(benchmark_rows) else None
    many = len(now) > MOST_DOTS
    period = formats.period(last, about["year_type"]) if last else formats.NO_DATA
    borough = rows[(rows["area_code"] == areas.ST_HELENS) & (rows["period"] == last)]["value"]
    network = reads.practice_network()
    drawn = now.assign(
        area=now["area_short_name"],
        role=["this" if area_code in (code, network.get(code)) else "comparator" for code in now["area_code"]],
        interval=[formats.interval(low, high, about["decimals"]) or "not published" for low, high in zip(now["lower_ci"], now["upper_ci"], strict=True)],
        period=period,
    )[["area", "role", "value", "lower_ci", "upper_ci", "interval", "period"]]
    titles = {"finding": about["name"], "subtitle": f"{kind}, {period}, {about['unit_label']}", "decimals": about["decimals"]}
    chart = (
        strip_chart(drawn, borough=float(borough.iloc[0]) if len(borough) else None, **titles)
        if many
        else compare_chart(drawn, benchmark=benchmark, benchmark_name=comparator, **titles)
    )
    return figures.Figure(
        id=f"{indicator_id}-areas",
        title=f"{about['name']}: {kind.lower()}",
        sentence=_spread_sentence(now, about, kind, period, benchmark, comparator),
        period=period,
        area=kind,
        source=source_of(about),
        method=method_of(about, now),
        frame=_table(now.sort_values("value", ascending=False), about),
        spec=house.spec(chart),
    )


def _headline(rows: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    main = (rows["sex"] == about["headline_sex"]) & (rows["age"] == about["headline_age"]) & rows["value"].notna()
    plain = rows[main & rows["category"].isna()]
    if len(plain):
        return plain
    return rows[main & (rows["category"] == rows.loc[main, "category"].min())]


def _peers(rows: pd.DataFrame, about: dict[str, Any]) -> tuple[pd.DataFrame, str]:
    if about["level"] == Level.BOROUGH:
        names = {areas.ENGLAND, areas.NORTH_WEST, *reads.group_members(areas.CITY_REGION_GROUP)}
        return rows[rows["area_code"].isin(names)], "Liverpool City Region authorities, North West and England"
    if about["level"] == Level.PRACTICE:
        networks = rows[rows["area_type"] == AreaType.NETWORK]
        practices = rows[rows["area_type"] == AreaType.PRACTICE]
        return (practices, "GP practices") if len(practices) else (networks, "Care communities")
    small = rows[rows["area_type"].isin([AreaType.LSOA11, AreaType.LSOA21, AreaType.MSOA11, AreaType.MSOA21])]
    return small, "Neighbourhoods of St Helens"


def _spread_sentence(now: pd.DataFrame, about: dict[str, Any], kind: str, period: str, benchmark: float | None, comparator: str) -> str:
    if now.empty:
        return "No area has a value in the latest period."
    low, high = now.loc[now["value"].idxmin()], now.loc[now["value"].idxmax()]

    def said(value: float) -> str:
        return formats.quantity(value, about["unit_label"], about["decimals"], about["unit"])

    against = f" {comparator}: {said(benchmark)}." if benchmark is not None else ""
    return (
        f"{kind} in {period}: from {said(low['value'])} ({low['area_short_name']}) to {said(high['value'])} ({high['area_short_name']}).{against}"
        " Differences between areas whose intervals overlap can be chance."
    )


@st.cache_data(show_spinner=False, max_entries=60)
def values_figure(indicator_id: str) -> figures.Figure:
    """Every value held, as a table."""
    about, rows = reads.indicator(indicator_id), reads.observations(indicator_id)
    return figures.Figure(
        id=f"{indicator_id}-values",
        title=f"{about['name']}: all values held",
        sentence=f"{sentences.count_words(len(rows), 'value')} of this indicator for {sentences.count_words(rows['area_code'].nunique(), 'area')}.",
        period=_span(rows, about),
        area="Every area held",
        source=source_of(about),
        method=method_of(about, rows),
        frame=_table(rows, about),
        table_first=True,
    )


def _table(rows: pd.DataFrame, about: dict[str, Any]) -> pd.DataFrame:
    columns = {
        "area_short_name": "Area",
        "period": "Period",
        "sex": "Sex",
        "age": "Age",
        "category_type": "Breakdown",
        "category": "Category",
        "value": f"Value ({about['unit_label']})",
        "lower_ci": "Lower 95% limit",
        "upper_ci": "Upper 95% limit",
        "ci_method": "Interval",
        "count": "Count",
        "denominator": "Denominator",
        "note": "Note",
    }
    table = rows[list(columns)].rename(columns=columns)
    return table.dropna(axis="columns", how="all").reset_index(drop=True)


def _show_meaning(indicator_id: str) -> None:
    about = reads.indicator(indicator_id)
    breaks, notes, _ = reads.indicator_texts(indicator_id)
    topics = reads.topics()
    st.html(
        words.definitions(
            [
                ("What it counts", about["definition"]),
                ("Why it matters here", about["why"]),
                ("Unit", about["unit_label"]),
                ("Which way is good", _POLARITY[Polarity(about["polarity"])]),
                ("How it is worked out", method_of(about, reads.observations(indicator_id))),
                ("Whose figures", str(about["population"]).replace("_", " ").capitalize() + " population"),
                ("Topics", sentences.listed([topics[topic] for topic in (*about["priorities"], *about["focus_areas"])])),
                ("Publisher", f"{about['publisher']}, {about['dataset']}"),
                ("Release", about["release"]),
                ("Licence", f"{about['licence']}. {about['attribution']}"),
                ("Copied on", formats.day(about["retrieved"])),
                ("Next due", about["next_due_text"] or "no further release is expected from this source"),
                ("Publisher’s number", about["external_id"] if isinstance(about["external_id"], str) else ""),
                ("Overlapping periods", "Yes: consecutive values share most of their years, so they are not independent." if about["rolling"] else ""),
                *(("Break of series", f"{row.period}: {row.reason}") for row in breaks.itertuples()),
                *(("Note", row.text) for row in notes.itertuples()),
            ]
        )
    )


def _show_flags(indicator_id: str) -> None:
    flags = reads.indicator_texts(indicator_id)[2].drop_duplicates("flag_id")
    if flags.empty:
        return
    st.subheader("What the plan prints and what is published", divider="gray")
    st.html("".join(_flag(row) for row in flags.itertuples()))


def _flag(row: Any) -> str:
    arithmetic = f"<p class='shc-small'>{escape(row.arithmetic)}</p>" if isinstance(row.arithmetic, str) else ""
    return f"<div class='shc-flag'><p><strong>⚑ {escape(row.title)}</strong> ({escape(row.certainty)})</p><p>{escape(row.note)}</p>{arithmetic}</div>"
