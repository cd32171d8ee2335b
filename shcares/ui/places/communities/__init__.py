"""The page of the care communities: the answer, then four views, of which only the open one is drawn."""
