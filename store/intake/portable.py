"""PDF files: the words of their pages."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from store.errors import IntakeError
from store.intake.pieces import Format, Piece, Raw
from store.model import Article

_MOST_PAGES = 200
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")


def read(raw: Raw) -> Iterator[Piece]:
    """The one article of the file."""
    from pypdf import PdfReader  # slow to import
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said below
    try:
        reader = PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise IntakeError(f"{raw.name} is locked with a password.")
        pages = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as fault:
        raise IntakeError(f"{raw.name} is no PDF that can be read: {fault}.") from fault
    lines = (" ".join(line.split()) for page in pages for line in (*page.splitlines(), ""))
    text = _HYPHENATED.sub("", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    if not text:
        raise IntakeError(f"{raw.name} has no text in it: its pages are pictures.")
    yield Piece(Article(raw.key, text), "pdf")


PDF = Format("pdf", (".pdf",), lambda raw: raw.data[:1024].lstrip().startswith(b"%PDF-"), read)
