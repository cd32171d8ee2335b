"""Places: the locality map, the care communities, the practices; each view in a module of its own."""
