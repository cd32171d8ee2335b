"""Inside the borough: how health and what shapes it change with deprivation."""

from shcares.ui.inequalities.gradient.page import show_gradient

show_gradient()
