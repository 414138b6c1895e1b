"""Everything that is not a window: articles in, readings, the library file, search and export. Never Qt."""
