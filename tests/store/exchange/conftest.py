"""Articles to export, with readings written by hand."""

from __future__ import annotations

import pytest

from store.exchange.material import Material, Told
from store.exchange.registry import FORMS
from store.model import OpenArticle
from tests.fabricated import opened, second


@pytest.fixture
def article() -> OpenArticle:
    """The article of 17 December 2025."""
    return opened(*second())


def written(form: str, *articles: OpenArticle, told: Told | None = None, **further: object) -> str:
    """What a format makes of some articles."""
    material = Material(articles, **further)  # type: ignore[arg-type]
    return "".join(FORMS[form].write(material, told if told is not None else Told()))
