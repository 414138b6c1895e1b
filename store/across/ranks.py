"""What is one rank in several wordings: ``Lt-Gen``, ``Lt. Gen.`` and ``Lieutenant General (Retd)``."""

from __future__ import annotations

from functools import lru_cache

from store.derive import person_key


@lru_cache(maxsize=4096)
def rank_key(said: str) -> str:
    """What is the same for all wordings of a rank."""
    from store.lexicon import load

    lexicon = load()
    bare = said.strip()
    for suffix in lexicon.rank_suffixes:
        if bare.endswith(suffix) and bare != suffix:
            bare = bare.removesuffix(suffix).strip(" ,")
    known = lexicon.rank_forms.get(bare) or lexicon.rank_forms.get(bare.lower())
    return person_key(known.canonical if known is not None else bare)
