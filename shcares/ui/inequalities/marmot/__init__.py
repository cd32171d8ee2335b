"""The plan's Marmot goals and the figures that would show them moving."""
