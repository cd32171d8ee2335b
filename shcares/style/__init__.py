"""How things look and read: the one palette, number and period formats, plain sentences, fonts."""
