"""A story as one web page that needs nothing else: its script, its style, its drawings and its type are inside.

drawing   a figure's chart at the size at which a room can read its smallest word
table     a figure's table cut to what a slide has room for
sizes     the stage, and how many lines words take on it
page      the slides put together
show.css, show.js   how it looks; how it is moved through
"""

from shcares.export.show.page import show_html, show_policy

__all__ = ["show_html", "show_policy"]
