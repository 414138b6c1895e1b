"""Words that run from right to left stand among others without turning them round."""

from __future__ import annotations

import pytest

from gui.words import apart, quoted

APART = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"


@pytest.mark.parametrize("text", ["الجزيرة", "הארץ", "Trend عربي", "روزنامه ایران"])
def test_what_runs_from_right_to_left_is_kept_apart(text: str) -> None:
    assert apart(text) == APART % text
    assert quoted(text) == APART % f"“{text}”"


@pytest.mark.parametrize("text", ["", "Trend", "Kadıoğlu", "Зарифа", "2025-12-17", "“a phrase”"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert apart(text) == text
