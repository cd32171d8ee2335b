"""One indicator told whole: what it says, how it moved, how others fare, what it means, what the plan prints."""

from collections.abc import Callable

import streamlit as st

from shcares.domain import areas
from shcares.domain.vocabulary import Polarity
from shcares.style import formats, sentences
from shcares.ui import figures, indicator_figures, lineage, links, reads, router, words
from shcares.ui.explore import choice as explore
from shcares.ui.filters import Choice
from shcares.ui.flags import flag_block, telling_flags
from shcares.ui.indicator_words import method_of

TABS = ("Over time", "Areas compared", "What it means", "All values")
_POLARITY = {
    Polarity.HIGH_IS_GOOD: "Higher is better",
    Polarity.LOW_IS_GOOD: "Lower is better",
    Polarity.NEUTRAL: "Not judged good or bad",
}


def show_indicator(indicator_id: str, choice: Choice) -> None:
    """Heading, the view chosen by tab, the plan's flags."""
    area_code, area = _area_held(indicator_id, choice)
    st.header(reads.indicator(indicator_id)["name"], anchor=False)
    if area_code != choice.area_code:
        st.markdown(f":material/info: Not published for {choice.area}, so {area} is shown.")
    views: dict[str, Callable[[], object]] = {
        TABS[0]: lambda: _show_trend(indicator_id, area_code, area, choice),
        TABS[1]: lambda: figures.show(
            indicator_figures.compare_figure(indicator_id, area_code, choice.comparator_code, choice.comparator)
        ),
        TABS[2]: lambda: st.html(_meaning(indicator_id)),
        TABS[3]: lambda: figures.show(indicator_figures.values_figure(indicator_id)),
    }
    series = reads.series(indicator_id, area_code)
    tabs = st.tabs(
        list(views),
        default=TABS[0] if len(series) > 1 else TABS[1],
        key="view",
        bind="query-params",
        on_change="rerun",
    )
    for tab, view in zip(tabs, views.values(), strict=True):
        if tab.open:
            with tab:
                view()
    links.show_link(
        router.EXPLORE,
        "Explore it: other areas, the spread, against another, on a map",
        {explore.INDICATOR: indicator_id},
        icon=":material/query_stats:",
    )
    _show_flags(indicator_id)


def _show_trend(indicator_id: str, area_code: str, area: str, choice: Choice) -> None:
    sexes = {"Women": "Female", "Men": "Male"}
    apart = reads.series(indicator_id, area_code)["sex"].isin(sexes.values()).any()
    chosen = ""
    if apart:
        chosen = st.segmented_control(
            "Women or men", list(sexes), key="sex", default="Women", required=True, bind="query-params"
        )
    figures.show(
        indicator_figures.trend_figure(
            indicator_id, area_code, area, choice.comparator_code, choice.comparator, sexes.get(chosen, "")
        )
    )


def _area_held(indicator_id: str, choice: Choice) -> tuple[str, str]:
    held = set(reads.observations(indicator_id)["area_code"])
    for code in (choice.area_code, areas.ST_HELENS, areas.SUB_ICB):
        if code in held:
            return code, reads.area_name(code)
    return choice.area_code, choice.area


@lineage.remember(max_entries=400)
def _meaning(indicator_id: str) -> str:
    about = reads.indicator(indicator_id)
    breaks, notes, _ = reads.indicator_texts(indicator_id)
    topics = reads.topics()
    overlap = "Yes: consecutive values share most of their years, so they are not independent."
    return words.definitions(
        [
            ("What it counts", about["definition"]),
            ("Why it matters here", about["why"]),
            ("Unit", about["unit_label"]),
            ("Which way is good", _POLARITY[Polarity(about["polarity"])]),
            ("How it is worked out", method_of(about, reads.observations(indicator_id))),
            ("Whose figures", str(about["population"]).replace("_", " ").capitalize()),
            ("Topics", sentences.listed([topics[topic] for topic in (*about["priorities"], *about["focus_areas"])])),
            ("Publisher", f"{about['publisher']}, {about['dataset']}"),
            ("Release", about["release"]),
            ("Licence", f"{about['licence']}. {about['attribution']}"),
            ("Copied on", formats.day(about["retrieved"])),
            ("Next due", about["next_due_text"] or "not known for this source, so newer figures may exist"),
            ("Publisher’s number", about["external_id"] if isinstance(about["external_id"], str) else ""),
            ("Overlapping periods", overlap if about["rolling"] else ""),
            *(
                ("Break of series", f"{period}: {reason}")
                for period, reason in zip(breaks["period"], breaks["reason"], strict=True)
            ),
            *(("Note", str(text)) for text in notes["text"]),
        ]
    )


def _show_flags(indicator_id: str) -> None:
    flags = reads.indicator_texts(indicator_id)[2].drop_duplicates("flag_id")
    flags = flags[flags["flag_id"].isin(telling_flags(reads.measure_flags())["flag_id"])]
    if flags.empty:
        return
    st.subheader("What the plan prints and what is published", divider="gray", anchor=False)
    st.html("".join(flag_block(flag) for flag in flags.to_dict("records")))
