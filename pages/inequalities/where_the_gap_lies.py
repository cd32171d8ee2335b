"""Where the gap lies: the model's composite against England, and what other weights would say."""

from shcares.ui.inequalities.gap.page import show_gap

show_gap()
