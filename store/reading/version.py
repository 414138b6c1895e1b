"""The version of the reading: known without all that reads, which takes a third of a second to import."""

VERSION = "3"
"""A stored reading of another version is read again."""
