"""Names that may be one person's, and those that are not."""

from __future__ import annotations

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.derive import person_key
from store.namesakes import NEIGHBOURS, alike, candidates

SAME = "the same name in another spelling"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Zakir Həsənov", "Zakir Hasanov", SAME),
        ("Yaşar Güler", "Yashar Guler", SAME),
        ("Selçuk Bayraktaroğlu", "Selchuk Bayraktaroghlu", SAME),
        ("Sergey Lavrov", "Sergei Lavrov", SAME),
        ("Владимир Зеленский", "Vladimir Zelensky", SAME),
        ("Z. Hasanov", "Zakir Hasanov", "initials"),
        ("Z. A. Hasanov", "Zakir Asgar Hasanov", "initials"),
        ("Z. Hasanov", "Zakir Asgar Hasanov", "an initial"),
        ("Sh. Guler", "Şahin Güler", "initials"),
        ("Ziya Kadıoğlu", "Ziya Cemal Kadioglu", "a name more"),
        ("Xi Jinping", "Jinping Xi", "turned round"),
        ("Hasanov", "Zakir Hasanov", "the surname alone"),
        ("Dmitry Medvedev", "Dmitry Medvedjev", "the surname spelt a little otherwise"),
        ("Levent Ergün", "Levent Ergin", "the surname spelt a little otherwise"),
        ("Alexander Novak", "Aleksandr Novak", "spelt a little otherwise"),
    ],
)
def test_alike(first: str, second: str, why: str) -> None:
    one, other = person_key(first), person_key(second)
    found = alike(one, other)
    assert found is not None
    assert found.why == why
    assert 0 < found.score < 1
    assert alike(other, one) == found
    assert {frozenset(pair[:2]) for pair in candidates([one, other])} == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ilham Aliyev", "Ilham Aliyeva"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Zakir Hasanov", "Y. Hasanov"),
        ("John Smith", "Jane Smith"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Hasanov", "Huseynov"),
        ("Zakir Hasanov", "Zakir Hasanov"),
        ("", "Zakir Hasanov"),
    ],
)
def test_not_alike(first: str, second: str) -> None:
    assert alike(person_key(first), person_key(second)) is None


@given(st.lists(st.text("aehzyo .", max_size=12).map(lambda text: " ".join(text.split()))))
def test_candidates_are_alike_and_come_once(names: list[str]) -> None:
    found = list(candidates(names))
    assert len({frozenset(pair[:2]) for pair in found}) == len(found)
    for first, second, likeness in found:
        assert alike(first, second) == likeness


def test_a_hundred_thousand_names_take_bounded_time() -> None:
    draw = random.Random(1)
    parts = "ka ri mo ta ze lu ha san dur bek gul nar ov ev ar il mir shah cha kho".split()
    surnames = ["".join(draw.choices(parts, k=3)) for _ in range(8000)]
    given_names = ["".join(draw.choices(parts, k=2)) for _ in range(400)]
    names = {f"{draw.choice(given_names)} {surnames[int(8000 * draw.random() ** 2)]}" for _ in range(100_000)}
    begun = perf_counter()
    found = sum(1 for _ in candidates(names))
    assert perf_counter() - begun < 60  # some seconds; with every pair compared, hours
    assert found < len(names) * NEIGHBOURS


def test_one_surname_of_thousands_does_not_take_the_square() -> None:
    names = [f"{chr(97 + n % 26)}{n:x} kim" for n in range(20_000)]
    begun = perf_counter()
    list(candidates(names))
    assert perf_counter() - begun < 60
