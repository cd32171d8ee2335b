"""Any indicator, any way."""
