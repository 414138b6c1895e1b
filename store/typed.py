"""What a person typed, as it can be kept."""

from __future__ import annotations


def clean(text: str) -> str:
    """``text`` without halves of characters, which a text field may hold and no file can."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
