"""Pages over several articles: series, people, pairs, comparisons, as they are shown in the window."""
