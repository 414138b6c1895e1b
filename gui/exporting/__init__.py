"""Out of the window: articles to files for other programs, and references to the clipboard."""
