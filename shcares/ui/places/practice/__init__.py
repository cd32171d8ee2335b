"""The page of one practice: its names and what became of it, its list, its patients, its registers."""
