"""The article in its own words, with its marks."""
