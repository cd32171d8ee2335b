"""St Helens Cares: the partnership's plan and the published figures behind it, as a dashboard."""

__version__ = "0.1.0"
