"""The words of the trade."""

from shcares.ui.glossary import show_glossary

show_glossary()
