"""Readings and notes out of the library: one module a format, one registry."""
