"""What is planted across some 300 articles in prose is found again, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store import importing
from store.library import Library
from tests.across_generator import Planted, World
from tests.across_score import Score, scores

KINDS = (
    "sessions of series",
    "gaps in series",
    "changes of a post",
    "two holders of a post",
    "people and posts away",
    "topics missing",
    "reports of one meeting",
    "meetings by host",
    "new sentences",
    "standing formulas",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Score]]:
    world = World(1, countries=3)
    articles = list(world.articles(300))
    library = Library.open(tmp_path_factory.mktemp("planted") / "library.sqlite")
    importing.run(library._database, importing.from_texts(articles), processes=1)
    yield {one.kind: one for one in scores(library, world.planted, 50)}
    library.close()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found(found: dict[str, Score], kind: str) -> None:
    score = found[kind]
    assert score.planted > 0
    assert (score.precision, score.recall) >= (0.95, 0.95), score.some


def test_the_same_seed_makes_the_same() -> None:
    made = [World(3, countries=3), World(3, countries=3), World(4, countries=3)]
    one, same, other = (list(world.articles(40)) for world in made)
    assert one == same
    assert one != other
    assert made[0].planted == made[1].planted != Planted()
