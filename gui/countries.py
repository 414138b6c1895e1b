"""Names of countries and organisations by code, and of topics, read from the lexicon when first needed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from resources import resource
from store.places import lexicon_folder

_TABLES = ("organisations.tsv", "territories.tsv")  # the later wins


@cache
def country_names() -> dict[str, str]:
    """Code to name; for an organisation with several bodies, the first in the table."""
    names: dict[str, str] = {}
    for table in _TABLES:
        found: dict[str, str] = {}
        for line in _lines(table):
            if line and not line.startswith(("#", "code\t")):
                code, _, rest = line.partition("\t")
                found.setdefault(code, rest.partition("\t")[0])
        names.update(found)
    return names


def _lines(table: str) -> list[str]:
    lines = resource("lexicon", table).read_text("utf-8").splitlines()
    own = lexicon_folder()
    if own is not None:
        # A fault of the person's own files is told where articles are read; here the code will do.
        with suppress(OSError, UnicodeDecodeError):
            lines += (own / table).read_text("utf-8-sig").splitlines()
    return lines


def country_name(code: str) -> str:
    """The name of a country or organisation; its code where there is none."""
    return country_names().get(code, code)


@cache
def country_list() -> list[str]:
    """The names of countries and organisations."""
    return sorted(set(country_names().values()))


@cache
def topic_names() -> list[str]:
    """The topics that the reader knows, in words."""
    import tomllib

    found = tomllib.loads(resource("lexicon", "topics.toml").read_text("utf-8"))
    return sorted(topic.replace("-", " ") for topic in found.get("topics", ()))
