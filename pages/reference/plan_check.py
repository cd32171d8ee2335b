"""The plan check: what the plan prints, what its own words come to, and what is published."""

from shcares.ui import filters, plan_check

plan_check.show_plan_check(filters.current())
