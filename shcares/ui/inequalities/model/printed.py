"""What the plan says in its own words of what shapes health, with the notes on its figures."""

from html import escape

from shcares.style import sentences
from shcares.ui import lineage, reads
from shcares.ui.flags import flag_details
from shcares.ui.inequalities.model.caveats import declared
from shcares.ui.inequalities.model.parts import WHOLE, factors_of, is_printed, points

_SAYS, _FIGURE = "inequalities", "contributions"


@lineage.remember()
def words_of_plan(model_id: str) -> str:
    """The plan's statements with a number, the source's points and the notes; that it does not print the model."""
    if not is_printed(model_id):
        return f"<p class='shc-sentence'>The plan does not mention the {escape(str(declared(model_id)['name']))}.</p>"
    items = reads.plan_items(_SAYS)
    told = items[items["value"].notna()]
    quotes = "".join(f"<p class='shc-sentence'>“{escape(text)}”</p>" for text in told["text"])
    given = sentences.listed([f"{factor.name} {points(factor.source)}" for factor in factors_of(model_id)])
    source = f"The plan, section {items['section'].iloc[0]}. In the source, of {points(WHOLE)} points: {given}."
    return f"{quotes}<p class='shc-note'>{escape(source)}</p>{flags_html()}"


@lineage.remember()
def flags_html() -> str:
    """The notes on the figure that the plan prints of the model, closed until they are opened."""
    items = reads.plan_items(_SAYS)
    own = items.loc[items["item_id"] == _FIGURE, "flags"].iloc[0]
    known = reads.flags()
    return "".join(flag_details(flag) for flag in known[known["flag_id"].isin(own)].to_dict("records"))
