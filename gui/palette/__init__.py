"""The palette: one line that finds every action and every place."""
