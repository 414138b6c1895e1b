"""A person's own highlights and notes."""
