"""The SQLite file: migrations and one module for each aggregate; the only place with SQL."""
