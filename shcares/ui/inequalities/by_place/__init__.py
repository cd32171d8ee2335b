"""What the people of each care community carry more of than the borough."""
