"""The store: one DuckDB file, its schema, and one typed question at a time; the only package that knows DuckDB."""
