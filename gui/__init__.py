"""The window. Importing this package alone never imports Qt."""
