"""One GP practice: its names, its list, its patients, its registers."""

from shcares.ui.places.practice.page import show_practice

show_practice()
