"""Articles in tabs, and two of them side by side."""
