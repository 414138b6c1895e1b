"""The filters: which articles the list shows."""
