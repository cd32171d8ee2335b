"""A story made ready to leave the screen: its slides with their figures, and what is said of all of them."""

from dataclasses import dataclass

from shcares.export.figure import Figure


@dataclass(frozen=True)
class Slide:
    """One message: `heading` small, `message` large, then the figure, or the lines of `text` where there is none."""

    heading: str
    message: str
    figure: Figure | None = None
    text: tuple[str, ...] = ()
    notes: str = ""

    @property
    def said(self) -> str:
        """What is said large: its own message, else the headline or the sentence of its figure."""
        figure = (self.figure.headline or self.figure.sentence) if self.figure else ""
        return self.message or figure or self.heading


@dataclass(frozen=True)
class Deck:
    """Slides in order. `about` says when the figures were gathered and of which edition; `file_name` has no ending."""

    title: str
    subtitle: str
    slides: tuple[Slide, ...]
    about: str
    file_name: str
