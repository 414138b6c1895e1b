"""Article to Reading: pure functions over spans of the text, no files, no database, no clock."""
