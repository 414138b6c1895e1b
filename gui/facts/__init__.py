"""What was read from the article: people, meetings, ceremonies, source."""
