"""The gradient inside the borough, one view at a time."""
