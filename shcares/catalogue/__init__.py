"""Read and check the declarations and tables of data/; every problem is reported at once."""

from shcares.catalogue.read import Catalogue, check_catalogue, read_catalogue

__all__ = ["Catalogue", "check_catalogue", "read_catalogue"]
