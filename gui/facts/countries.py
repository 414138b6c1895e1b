"""Names of countries and organisations by code, read from the lexicon's tables when first needed."""

from __future__ import annotations

from functools import cache

from resources import resource

_TABLES = ("organisations.tsv", "territories.tsv")  # the later wins


@cache
def country_names() -> dict[str, str]:
    """Code to name; for an organisation with several bodies, the first in the table."""
    names: dict[str, str] = {}
    for table in _TABLES:
        found: dict[str, str] = {}
        for line in resource("lexicon", table).read_text("utf-8").splitlines()[1:]:
            if line and not line.startswith("#"):
                code, _, rest = line.partition("\t")
                found.setdefault(code, rest.partition("\t")[0])
        names.update(found)
    return names


def country_name(code: str) -> str:
    """The name of a country or organisation; its code where there is none."""
    return country_names().get(code, code)
