"""What several articles together say: series of occasions, people over time, pairs, what is new."""
