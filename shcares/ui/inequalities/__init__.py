"""The contributions-to-outcomes model and the inequalities inside the borough."""
