"""The write path: data/ is read, checked and written as one DuckDB file that appears whole or not at all."""

from shcares.pipeline.build import build
from shcares.pipeline.digest import data_digest
from shcares.pipeline.files import latest_store, store_path

__all__ = ["build", "data_digest", "latest_store", "store_path"]
