"""Stories to tell a room."""
