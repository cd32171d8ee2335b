"""The model: as printed and on its source's weights, and the figures of one focus area."""
