"""The search box and what it says."""
