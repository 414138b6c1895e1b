"""Notes that have lost their words: which there are, and where they may belong."""

from __future__ import annotations

from store.database import annotations as notes
from store.database import articles
from store.database.connection import Database
from store.model import Annotation, Proposed


class Orphans:
    """Notes without a place, over all articles. They are put on words again with ``Notes.move``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_article(self, article_id: int) -> list[tuple[Annotation, list[Proposed]]]:
        """Those of an article, each with the places where it may belong, the likeliest first."""
        from store.likeness import proposals  # rapidfuzz only where something is lost

        with self._database.reading() as connection:
            loaded = articles.load(connection, article_id)
            if loaded is None:
                return []
            lost = [made for made in notes.of_article(connection, article_id) if made.orphan]
        text = loaded[0].text
        return [(made, proposals(text, made.anchor)) for made in lost]
