"""Out and in again: what a library holds, in files that other programs read; one module a format."""
