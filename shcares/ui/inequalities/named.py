"""What figures of this section are called by: a model, one of its focus areas, and filters whose values are labels."""

from dataclasses import dataclass
from typing import Any

from shcares.domain.letters import hashed
from shcares.store.queries.models import PLAN_MODEL
from shcares.ui import recipes
from shcares.ui.inequalities.model.choice import focus_labels, focus_names, model_names


@dataclass(frozen=True)
class Labelled(recipes.Part):
    """A filter whose values are labels on screen, which may change: the letters are of its names, which do not."""

    def _letters(self, name: str, value: Any) -> str:  # noqa: ARG002 (as any filter answers it)
        return hashed(name, self.letters) if name else ""


MODEL = recipes.Part("model", recipes.itself(lambda: model_names().values()), 2, usual=PLAN_MODEL)
FOCUS = recipes.Part("focus", recipes.itself(lambda: (area_id for _, area_id in focus_names().values())), 3)


def refuse_unless_of(model_id: str, focus_id: str) -> None:
    """Raises UnknownFigureError where a focus area is another model's."""
    own = focus_labels(model_id).values()
    if focus_id not in own:
        raise recipes.UnknownFigureError(f"{focus_id} is no focus area of {model_id}: it has {', '.join(own)}")
