"""Several libraries: those used last, opening and making them, those that cannot be opened."""
