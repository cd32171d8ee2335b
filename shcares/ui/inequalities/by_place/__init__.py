"""In which focus areas the people of each care community carry a higher burden than all four together."""
