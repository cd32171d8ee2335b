"""Words that people say when they look for a figure, and how the publishers of figures write them."""

from typing import Final

EVERYDAY: Final = {
    "kid": ("child",),
    "teenager": ("10 to 24", "under 18", "young"),
    "teen": ("10 to 24", "under 18", "young"),
    "pensioner": ("65", "older"),
    "elderly": ("65", "older"),
    "old": ("65", "older"),
    "fat": ("obes", "overweight"),
    "drink": ("alcohol",),
    "drinking": ("alcohol",),
    "drunk": ("alcohol",),
    "job": ("employ", "work"),
    "jobless": ("employ", "out of work"),
    "lonely": ("loneli",),
    "doctor": ("gp", "practice"),
    "sad": ("depress", "low happiness"),
    "poor": ("depriv", "low income"),
    "poverty": ("depriv", "low income"),
    "pregnant": ("deliver", "maternal", "pregnan", "mother"),
    "jab": ("vaccin", "immunis"),
    "dying": ("mortality", "death"),
    "die": ("mortality", "death"),
}
"""Words people say, and the beginnings of what the publishers write."""
UNSAID: Final = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "who"}
)
"""Words that say nothing of what is looked for."""
