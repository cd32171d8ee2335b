"""Marmot goals: the plan's two goals, its actions, and the figures that would show them moving."""

from shcares.ui.inequalities.marmot.page import show_marmot

show_marmot()
