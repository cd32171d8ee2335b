"""The plan's own statements on inequalities and on the Marmot goals, as printed, with the notes on them."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from shcares.ui import lineage, reads, router
from shcares.ui.flags import flag_details
from shcares.ui.inequalities.marmot.actions import KIND

INEQUALITIES = "inequalities"
_GOALS, _YOUNG = "framework", "young_people"


@lineage.remember()
def items(kind: str) -> dict[str, dict[Any, Any]]:
    """The statements of one file of the plan by their ids, in order."""
    return {str(row["item_id"]): row for row in reads.plan_items(kind).to_dict("records")}


def under(item_id: str) -> list[dict[Any, Any]]:
    """The statements that the plan prints under one of the Marmot statements."""
    return [item for item in items(KIND).values() if item["parent_id"] == item_id]


def young_people() -> list[dict[Any, Any]]:
    """The two goals for young people."""
    return under(_YOUNG)


def numbered(item: Mapping[Any, Any]) -> str:
    """A statement with the number it is printed with."""
    return f"{item['printed']} {item['text']}" if isinstance(item["printed"], str) else str(item["text"])


def show_goals() -> None:
    """The two goals of the framework, which have no action of their own."""
    st.html(_goals())


@lineage.remember()
def _goals() -> str:
    known = items(KIND)
    goals = " ".join(f"<strong>{escape(numbered(item))}</strong>" for item in under(_GOALS))
    none = "The plan prints no action under these two goals, so no indicator stands under them."
    return (
        f"<p class='shc-lead'>{escape(known[_GOALS]['text'])} {goals}</p>"
        f"<p class='shc-source'>As printed, section {escape(known[_GOALS]['section'])}. {none}</p>"
    )


def show_young_people() -> None:
    """What the plan prints above its two goals for young people."""
    st.html(f"<p class='shc-lead' style='margin-top:1rem'>{escape(items(KIND)[_YOUNG]['text'])}</p>")


def show_statements() -> None:
    """What the plan says about inequalities: every statement of its section in order, with the notes on it."""
    st.html(_statements())
    st.page_link(
        router.path_of(router.MODEL), label="See the model of what shapes health, drawn", icon=router.MODEL.icon
    )


@lineage.remember()
def _statements() -> str:
    known = items(INEQUALITIES)
    section = str(next(iter(known.values()))["section"])
    sections = reads.plan_sections().set_index("number")["title"]
    notes = {row["flag_id"]: row for row in reads.flags().to_dict("records")}
    said = "".join(_statement(item, notes) for item in known.values())
    return (
        f"<h2 class='shc-h3'>{escape(sections[section])}</h2>"
        f"<p class='shc-source'>As printed, section {escape(section)} of the plan, in the plan’s order. "
        f"Notes marked ⚑ are ours.</p>{said}"
    )


def _statement(item: Mapping[Any, Any], notes: Mapping[Any, Mapping[Any, Any]]) -> str:
    # The words alone: in this file `printed` is a figure inside them, not a number in front.
    flags = "".join(flag_details(notes[flag_id]) for flag_id in item["flags"])
    text = str(item["text"])
    return f"<p class='shc-sentence' style='margin:0.6rem 0'>{escape(text)}</p>{_led_to(text)}{flags}"


def _led_to(text: str) -> str:
    """The Marmot statements that the plan prints after these words, so that no sentence ends in a colon and nothing."""
    leads = next((lead for lead in (_GOALS, _YOUNG) if text.endswith(items(KIND)[lead]["text"])), "")
    goals = "".join(f"<p>{escape(numbered(goal))}</p>{_actions(goal)}" for goal in under(leads)) if leads else ""
    return f"<div class='shc-sentence' style='padding-left:1rem'>{goals}</div>" if goals else ""


def _actions(goal: Mapping[Any, Any]) -> str:
    listed = "".join(f"<li>{escape(str(action['text']))}</li>" for action in under(goal["item_id"]))
    return f"<ul style='margin:0.1rem 0'>{listed}</ul>" if listed else ""
