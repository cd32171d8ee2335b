"""A figure taken away: picture or table, with title, period, area and source burnt in."""
