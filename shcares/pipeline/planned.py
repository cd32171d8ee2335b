"""The plan, its key measures and the notes on them as the rows of their tables."""

from collections.abc import Sequence

import pandas as pd

from shcares.domain.records import Flag, KeyMeasure, Model, Plan, PlanItem, Priority
from shcares.domain.supporting import Supporting
from shcares.pipeline.declared import fields_of, rows_frame

Frames = dict[str, pd.DataFrame]

PLAN = ("title", "partnership", "vision", "mission", "target_year_printed", "document")
MEASURE = (
    *("label", "objective", "position", "printed", "baseline_printed", "baseline", "baseline_period", "target_printed"),
    *("target", "direction", "unit", "decimals", "target_comparable", "target_reason", "match", "section"),
    *("asks_amount", "asks_area", "counted"),
)
FLAG = ("kind", "title", "note", "certainty", "section", "arithmetic")
MODEL = ("position", "name", "short_name", "source", "note")
WEIGHTS = ("name", "printed_name", "printed_weight", "source_weight")
ITEM = ("kind", "position", "section", "title", "text", "value", "unit", "printed", "practice_code")


def plan_frames(plan: Plan) -> Frames:
    """The plan's words about itself and its sections; a section number may occur twice, as printed."""
    sections = [(place, section.number, section.title) for place, section in enumerate(plan.sections, 1)]
    return {
        "plan": rows_frame(PLAN, [fields_of(plan, PLAN)]),
        "plan_section": rows_frame(("position", "number", "title"), sections),
    }


def priority_frames(priorities: Sequence[Priority]) -> Frames:
    """Priorities with their introductions, facts, objectives and commitments, each numbered in the plan's order."""
    own = ("position", "title", "statement", "section")
    facts = [(p, place, fact) for p in priorities for place, fact in enumerate(p.fact, 1)]
    objectives = [(p, place, objective) for p in priorities for place, objective in enumerate(p.objective, 1)]
    return {
        "priority": rows_frame(("priority_id", *own), [[p.id, *fields_of(p, own)] for p in priorities]),
        "introduction": rows_frame(
            ("priority_id", "position", "heading", "text"),
            [
                (p.id, place, part.heading, part.text)
                for p in priorities
                for place, part in enumerate(p.introduction, 1)
            ],
        ),
        "priority_fact": rows_frame(
            ("fact_id", "priority_id", "position", "text", "section", "value", "unit"),
            [(fact.id, p.id, place, fact.text, fact.section, fact.value, fact.unit) for p, place, fact in facts],
        ),
        "fact_flag": rows_frame(
            ("fact_id", "flag_id"), [(fact.id, flag) for _, _, fact in facts for flag in fact.flag]
        ),
        "objective": rows_frame(
            ("priority_id", "letter", "position", "text"),
            [(p.id, o.letter, place, o.text) for p, place, o in objectives],
        ),
        "commitment": rows_frame(
            ("priority_id", "letter", "position", "number", "text"),
            [
                (p.id, objective.letter, place, part.number, part.text)
                for p, _, objective in objectives
                for place, part in enumerate(objective.commitment, 1)
            ],
        ),
    }


def measure_frames(measures: Sequence[KeyMeasure], flags: Sequence[Flag]) -> Frames:
    """Key measures, what is shown beside them, and their flags, whichever of the two names the other."""
    noted = {(measure.id, flag): None for measure in measures for flag in measure.flags}
    noted |= {(measure, flag.id): None for flag in flags for measure in flag.measures}
    return {
        "key_measure": rows_frame(
            ("measure_id", "priority_id", "indicator_id", "asks_kind", *MEASURE),
            [[m.id, m.priority, m.indicator, m.asks, *fields_of(m, MEASURE)] for m in measures],
        ),
        "measure_context": rows_frame(
            ("measure_id", "indicator_id", "position"),
            [(m.id, indicator, place) for m in measures for place, indicator in enumerate(m.context, 1)],
        ),
        "measure_flag": rows_frame(
            ("measure_id", "flag_id", "position"), [(*pair, place) for place, pair in enumerate(noted, 1)]
        ),
        "flag": rows_frame(
            ("flag_id", "position", *FLAG),
            [[flag.id, place, *fields_of(flag, FLAG)] for place, flag in enumerate(flags, 1)],
        ),
    }


def supporting_frames(supporting: Sequence[Supporting]) -> Frames:
    """What is shown around the key measures of each priority: groups of indicators, and practice registers."""
    groups = [(s.id, place, group) for s in supporting for place, group in enumerate(s.group, 1)]
    return {
        "supporting_group": rows_frame(
            ("priority_id", "position", "heading"),
            [(priority, place, group.heading) for priority, place, group in groups],
        ),
        "supporting_indicator": rows_frame(
            ("priority_id", "group_position", "position", "indicator_id"),
            [
                (priority, place, within, indicator)
                for priority, place, group in groups
                for within, indicator in enumerate(group.indicators, 1)
            ],
        ),
        "priority_register": rows_frame(
            ("priority_id", "position", "indicator_id", "note"),
            [(s.id, place, part.indicator, part.note) for s in supporting for place, part in enumerate(s.register, 1)],
        ),
    }


def model_frames(models: Sequence[Model]) -> Frames:
    """The models of what shapes health: factors, focus areas, the indicators that stand for them, the outcomes."""
    factors = [(model.id, place, factor) for model in models for place, factor in enumerate(model.factor, 1)]
    parts = [(factor.id, place, area) for _, _, factor in factors for place, area in enumerate(factor.focus_area, 1)]
    return {
        "model": rows_frame(("model_id", *MODEL), [[model.id, *fields_of(model, MODEL)] for model in models]),
        "factor": rows_frame(
            ("factor_id", "model_id", "position", *WEIGHTS),
            [[factor.id, model, place, *fields_of(factor, WEIGHTS)] for model, place, factor in factors],
        ),
        "focus_area": rows_frame(
            ("focus_area_id", "factor_id", "position", *WEIGHTS),
            [[area.id, factor, place, *fields_of(area, WEIGHTS)] for factor, place, area in parts],
        ),
        "model_indicator": rows_frame(
            ("focus_area_id", "position", "indicator_id"),
            [(area.id, place, name) for _, _, area in parts for place, name in enumerate(area.indicators, 1)],
        ),
        "model_outcome": rows_frame(
            ("model_id", "position", "indicator_id"),
            [(model.id, place, name) for model in models for place, name in enumerate(model.outcomes, 1)],
        ),
    }


def item_frames(items: Sequence[PlanItem]) -> Frames:
    """Everything else the plan says, with flags."""
    return {
        "plan_item": rows_frame(
            ("item_id", "parent_id", *ITEM), [[item.id, item.parent, *fields_of(item, ITEM)] for item in items]
        ),
        "item_indicator": rows_frame(
            ("kind", "item_id", "position", "indicator_id"),
            [(item.kind, item.id, place, name) for item in items for place, name in enumerate(item.indicators, 1)],
        ),
        "item_flag": rows_frame(
            ("kind", "item_id", "flag_id"), [(item.kind, item.id, flag) for item in items for flag in item.flags]
        ),
    }
