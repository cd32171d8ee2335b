"""The priority pages: one composition for the three, each of its views in a module of its own."""
