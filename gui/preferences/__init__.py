"""The settings: a page for each part of the window, whose changes hold at once."""
