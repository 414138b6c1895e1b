"""Articles as references: BibTeX, RIS and CSL-JSON, for programs that keep such."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from store.exchange.material import Material, Told
from store.folding import words
from store.marks import one_line
from store.model import OpenArticle

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SPECIAL = {
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def write_bibtex(material: Material, told: Told) -> Iterator[str]:
    """An entry for each article."""
    return _each(material, told, bibtex, "", "\n", "")


def write_ris(material: Material, told: Told) -> Iterator[str]:
    """A record for each article."""
    return _each(material, told, lambda opened, _: ris(opened), "", "", "")


def write_csl(material: Material, told: Told) -> Iterator[str]:
    """A list with an item for each article."""
    return _each(material, told, _csl_text, "[\n", ",\n", "\n]\n")


def _each(
    material: Material,
    told: Told,
    made: Callable[[OpenArticle, str], str],
    head: str,
    between: str,
    end: str,
) -> Iterator[str]:
    known: Counter[str] = Counter()
    yield head
    for opened in material.articles:
        name = key(opened)
        known[name] += 1
        told.rows += 1
        own = name if known[name] == 1 else f"{name}-{known[name]}"
        yield (between if told.rows > 1 else "") + made(opened, own)
    yield end


def key(opened: OpenArticle) -> str:
    """What an article is cited by: ``trend2025hasanov``."""
    year = (opened.row.date or "")[:4]
    outlet = "".join(words(opened.row.outlet or "")[:1])
    first = next((word for word in words(opened.row.heading) if len(word) > 3), "")
    return f"{outlet}{year}{first}" or "article"


def bibtex(opened: OpenArticle, name: str) -> str:
    """One entry of BibTeX."""
    year, month, day = _date(opened)
    fields = {
        "title": f"{{{_tex(one_line(opened.row.heading))}}}",
        "author": _tex(_byline(opened)),
        "journal": _tex(opened.row.outlet or ""),
        "year": year,
        "note": _tex(_note(opened)),
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    if month:
        named = _MONTHS[int(month) - 1]
        lines.insert(-1, f'  month = "{int(day)}~" # {named}' if day else f"  month = {named}")
    told = ",\n".join(lines)
    return f"@article{{{name},\n{told}\n}}\n"


def ris(opened: OpenArticle) -> str:
    """One record of RIS, a newspaper article."""
    year, month, day = _date(opened)
    fields = (
        ("TY", "NEWS"),
        ("TI", one_line(opened.row.heading)),
        ("AU", _byline(opened)),
        ("T2", one_line(opened.row.outlet or "")),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("N1", _note(opened)),
        ("ID", opened.article.key),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n\r\n"


def csl(opened: OpenArticle, name: str) -> dict[str, Any]:
    """One item of CSL-JSON."""
    parts = [int(part) for part in _date(opened) if part]
    byline = _byline(opened)
    return {
        "id": name,
        "type": "article-newspaper",
        "title": one_line(opened.row.heading),
        **({"container-title": one_line(opened.row.outlet)} if opened.row.outlet else {}),
        **({"author": [{"literal": byline}]} if byline else {}),
        **({"issued": {"date-parts": [parts]}} if parts else {}),
        "note": _note(opened),
    }


def _csl_text(opened: OpenArticle, name: str) -> str:
    return json.dumps(csl(opened, name), ensure_ascii=False, indent=1)


def _date(opened: OpenArticle) -> tuple[str, str, str]:
    found = _DATE.fullmatch(opened.row.date or "")
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _byline(opened: OpenArticle) -> str:
    return one_line(opened.reading.byline.value) if opened.reading.byline else ""


def _note(opened: OpenArticle) -> str:
    """Whom the outlet cites, and what the article is called in the library."""
    cited = opened.reading.attributed_to
    return (f"citing {one_line(cited.value)}; " if cited else "") + opened.article.key


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in text)
