"""Frame in, Altair chart out: no chart queries, caches or chooses a colour of its own."""
