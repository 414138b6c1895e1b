"""Whether the words before a frame deny what it tells, or only suppose it: then nobody met."""

from __future__ import annotations

import re

from store.reading.sought import mark_where

# What is denied or supposed is said with one of these, which are looked for first.
_SIGNS = (
    *("not", "never", "refus", "declin", "cancel", "without", "instead", "fail", "n't", "off", "postponed"),
    *("ruled", "rules", "denie", "deny", "skip", "missed", "boycott", "snub", "avoid", "scrap", "shelve"),
    *("unable", "should", "could", "might", "must", "may", "ought", "if ", "unless", "imagin", "suppos"),
    *("whether", "unclear", "unknown", "known", "clear", "want", "wish", "like", "ready", "willing", "eager"),
    *(
        "offer",
        "demand",
        "insist",
        "propos",
        "suggest",
        "urg",
        "had been",
        "meant",
        "had hoped",
        "had planned",
        "had intended",
        "had wanted",
    ),
)
_PIECES = tuple(max(sign.split(), key=len) for sign in _SIGNS)
# The mark of a word without which a sentence denies and supposes nothing.
DENIAL = mark_where(lambda low: low in ("had", "would", "no") or any(piece in low for piece in _PIECES))
_DENIED = re.compile(
    r"\b(?:not|never|refus(?:ed|es|ing|al) to|declin(?:ed|es|ing) to|cancelled|canceled|without|instead of"
    r"|fail(?:ed|s|ing) to|unable to|n't)(?: (?:be|been|have|to))*$"
    r"|\b(?:called off|calls off|cancelled|canceled|postponed)\b[^,]*$"
    r"|\b(?:rul(?:ed|es|ing) out|den(?:ied|ies|ying)|skip(?:ped|s)|missed|boycott(?:ed|s)|snub(?:bed|s)"
    r"|avoid(?:ed|s)|scrap(?:ped|s)|shelved)(?: (?!and )[^ ,;]+){0,8}$"
    r"|\b(?:want(?:s|ed)?|wish(?:es|ed)?|would like|offer(?:s|ed)|ready|willing|eager|supposed|meant) to$"
    r"|\b(?:proposed|had (?:hoped|planned|wanted|intended)) to (?!be )[^,;]*$"
    r"|\bhad been (?:expected|scheduled|due|set|planned|slated) to$"
)
_SUPPOSED = re.compile(
    r"\b(?:should|could|might|must|may|ought to)(?: (?:also|be|have|been|soon|now|then|ever|even|again))*$"
    r"|(?:^|[ ,])(?<!\bas )(?:if|unless|imagine|suppose|supposing)(?: (?!and )[^ ,;]+){1,8}$"
    r"|\b(?:whether|unclear|unknown|not (?:yet )?(?:known|clear|decided))(?: (?!and )[^ ,;]+){0,8}$"
    r"|\b(?:demand|insist|propos|suggest|urg)[a-z]* that(?: [^ ,;]+){1,8}$"
)
_BARE = re.compile(  # "on 5 May received X" is no supposition
    r"(?:meet|see|receive|host|welcome|greet|hold|have|visit|call|phone|speak|talk|confer|attend|join|discuss"
    r"|pay|sit|take|make|be|receiv(?:ed|ing)|met|welcomed|hosted)\b"
)
_BE = re.compile(r"\b(?:should|could|might|must|may|ought to)(?: [a-z]+)* (?:be|have|been)$")


def is_denied(before: str, told: str, opens: bool, ahead: str) -> bool:
    """By the words in front of a frame; ``opens`` where its sentence begins with ``had``."""
    if before.endswith((" no", "no such", "no further", "no bilateral")) or before == "no":
        return True  # "No meeting between X and Y is planned"
    if opens or (" if " in ahead and before.endswith(("would", "could", "might"))):
        return True  # "Had X received Y", "X would meet Y if"
    if not any(map(before.__contains__, _SIGNS)):
        return False
    if _DENIED.search(before) is not None:
        return True
    supposed = _SUPPOSED.search(before)
    if supposed is None:
        return False
    if supposed.group().startswith(("may", "must", "might", "could", "should", "ought")):
        past = told.startswith(("met", "received", "receiving", "welcomed", "hosted"))
        return _BARE.match(told) is not None and (not past or _BE.search(before) is not None)
    return True
