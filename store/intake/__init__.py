"""Bytes to Article: one module a format, one registry."""
