#!/usr/bin/env python3
"""Score readings of articles against gold readings (see SCHEMA.md).

    score.py GOLD_DIR PREDICTIONS [--texts DIR] [--min officials=0.95 ...] [--errors] [--only PREFIX]

PREDICTIONS is a folder of ID.json files or one JSON Lines file. With --texts
(default: GOLD_DIR where it holds ID.txt) every `mention_spans` and `evidence`
span is also checked against the text. Prints precision, recall and F1 per
facet, pooled over all articles; exits 1 where a --min is not reached or a span
is wrong. Standard library only.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

LETTERS = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "Ə": "A",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)
RANK_WORDS = {
    "lt": "lieutenant",
    "lieut": "lieutenant",
    "gen": "general",
    "maj": "major",
    "brig": "brigadier",
    "col": "colonel",
    "capt": "captain",
    "adm": "admiral",
    "cdr": "commander",
    "cmdr": "commander",
    "sen": "senior",
    "ret": "retired",
    "retd": "retired",
    "vadm": "vice admiral",
    "radm": "rear admiral",
}
SPELLING = {
    "defence": "defense",
    "2nd": "second",
    "1st": "first",
    "3rd": "third",
    "defences": "defenses",
    "centre": "center",
    "organization": "organisation",
    "counselor": "counsellor",
    "adviser": "advisor",
}
STOP = {"the", "of", "for", "and", "to", "in", "on", "at", "a", "an", "s"}
TENURE = {
    "former",
    "ex",
    "acting",
    "interim",
    "caretaker",
    "outgoing",
    "incoming",
    "visiting",
    "newly",
    "appointed",
    "then",
}


def fold(text: str | None) -> str:
    if not text:
        return ""
    text = unicodedata.normalize("NFKD", text.translate(LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return " ".join(re.findall(r"\w+", text))


def words(text: str | None) -> set[str]:
    return {SPELLING.get(w, w) for w in fold(text).split()} - STOP


def rank(text: str | None) -> str:
    return " ".join(RANK_WORDS.get(w, w) for w in fold(text).split())


def same_post(a: dict, b: dict) -> bool:
    """Titles alike, or title and organisation together alike: where the title ends is a matter of taste."""

    def all_of(post: dict, *keys: str) -> set[str]:
        return set().union(*(words(post.get(k)) for k in keys)) - TENURE

    return any(
        x and y and len(x & y) / len(x | y) >= 0.75
        for x, y in ((all_of(a, *keys), all_of(b, *keys)) for keys in (("title",), ("title", "organisation")))
    )


def alike(a: str | None, b: str | None, least: float) -> bool:
    x, y = words(a), words(b)
    return bool(x and y) and len(x & y) / len(x | y) >= least


def same_event(a: str | None, b: str | None) -> bool:
    """Names alike, or one contained in the other (with or without the organisation it belongs to)."""
    x, y = words(a), words(b)
    return alike(a, b, 0.6) or (min(len(x), len(y)) >= 2 and (x <= y or y <= x))


class Tally:
    """Counts of one facet: right, reported, in gold."""

    def __init__(self) -> None:
        self.right = self.said = self.gold = 0

    def add(self, right: int, said: int, gold: int) -> None:
        self.right += right
        self.said += said
        self.gold += gold

    @property
    def figures(self) -> tuple[float, float, float]:
        p = self.right / self.said if self.said else 1.0 if not self.gold else 0.0
        r = self.right / self.gold if self.gold else 1.0
        return p, r, (2 * p * r / (p + r) if p + r else 0.0)


class Scorer:
    def __init__(self) -> None:
        self.facets: dict[str, Tally] = defaultdict(Tally)
        self.errors: list[str] = []
        self.bad_spans: list[str] = []

    def slot(self, facet: str, where: str, said, gold, same=None) -> None:
        same = same or (lambda a, b: a == b)
        right = said not in (None, "") and gold not in (None, "") and same(said, gold)
        self.facets[facet].add(int(right), int(said not in (None, "")), int(gold not in (None, "")))
        if not right and (said or gold):
            self.errors.append(f"{where}: {facet}: said {said!r}, gold {gold!r}")

    def bag(self, facet: str, where: str, said: list, gold: list) -> None:
        a, b = Counter(said), Counter(gold)
        self.facets[facet].add(sum((a & b).values()), sum(a.values()), sum(b.values()))
        for x in (a - b).elements():
            self.errors.append(f"{where}: {facet}: too much {x!r}")
        for x in (b - a).elements():
            self.errors.append(f"{where}: {facet}: missing {x!r}")

    def fuzzy_bag(self, facet: str, where: str, said: list, gold: list, same) -> None:
        left, right = list(gold), 0
        for item in said:
            hit = next((g for g in left if same(item, g)), None)
            if hit is None:
                self.errors.append(f"{where}: {facet}: too much {item!r}")
            else:
                left.remove(hit)
                right += 1
        for g in left:
            self.errors.append(f"{where}: {facet}: missing {g!r}")
        self.facets[facet].add(right, len(said), len(gold))

    def article(self, key: str, said: dict, gold: dict) -> None:
        self.slot("outlet", key, fold(said.get("outlet")), fold(gold.get("outlet")))
        self.slot(
            "attributed_to",
            key,
            said.get("attributed_to"),
            gold.get("attributed_to"),
            lambda a, b: alike(a, b, 0.5),
        )
        for part in ("place", "date"):
            self.slot(
                "dateline",
                f"{key}: {part}",
                fold((said.get("dateline") or {}).get(part)),
                fold((gold.get("dateline") or {}).get(part)),
            )
        self.officials(key, said.get("officials") or [], gold.get("officials") or [])
        self.meetings(key, said.get("meetings") or [], gold.get("meetings") or [])
        self.fuzzy_bag(
            "ceremonies",
            key,
            [c["site"] for c in said.get("ceremonies") or []],
            [c["site"] for c in gold.get("ceremonies") or []],
            lambda a, b: alike(a, b, 0.6),
        )

    def officials(self, key: str, said: list[dict], gold: list[dict]) -> None:
        for facet, is_in in (
            ("officials", lambda o: o.get("role") != "honoured"),
            ("honoured", lambda o: o.get("role") == "honoured"),
        ):
            self.bag(
                facet,
                key,
                [fold(o["name"]) for o in said if is_in(o)],
                [fold(o["name"]) for o in gold if is_in(o)],
            )
        by_name = {fold(o["name"]): o for o in said}
        for g in gold:
            s, where = by_name.pop(fold(g["name"]), None) or {}, f"{key}: {g['name']}"
            self.slot("rank", where, rank(s.get("rank")), rank(g.get("rank")))
            self.fuzzy_bag("posts", where, s.get("posts") or [], g.get("posts") or [], same_post)
            self.slot("country", where, s.get("country"), g.get("country"))
            self.slot("role", where, s.get("role"), g.get("role"))
            self.bag(
                "mentions",
                where,
                [fold(m) for m in s.get("mentions") or []],
                [fold(m) for m in g.get("mentions") or []],
            )
        for s in by_name.values():
            self.facets["mentions"].add(0, len(s.get("mentions") or []), 0)

    def meetings(self, key: str, said: list[dict], gold: list[dict]) -> None:
        def people(m: dict) -> set[str]:
            return {fold(n) for k in ("hosts", "guests", "attendees") for n in m.get(k) or []}

        def closeness(s: dict, g: dict) -> float:
            a, b = people(s), people(g)
            parties = set(s.get("parties") or []), set(g.get("parties") or [])
            shared = len(parties[0] & parties[1]) / max(1, len(parties[0] | parties[1]))
            if not a and not b:
                return shared if shared >= 0.5 else 0.0
            share = len(a & b) / max(1, len(a | b))
            return (
                share + 0.2 * shared + (0.1 if alike(s.get("venue"), g.get("venue"), 0.5) else 0)
                if share >= 0.5
                else 0.0
            )

        pairs = sorted(
            ((closeness(s, g), i, j) for i, s in enumerate(said) for j, g in enumerate(gold)),
            key=lambda t: (-t[0], t[1], t[2]),
        )
        used_s, used_g, matched = set(), set(), []
        for value, i, j in pairs:
            if value > 0 and i not in used_s and j not in used_g:
                used_s.add(i), used_g.add(j), matched.append((said[i], gold[j]))
        self.facets["meetings"].add(len(matched), len(said), len(gold))
        for i, s in enumerate(said):
            if i not in used_s:
                self.errors.append(f"{key}: meetings: too much {sorted(people(s))} {s.get('parties')}")
        for j, g in enumerate(gold):
            if j not in used_g:
                self.errors.append(f"{key}: meetings: missing {sorted(people(g))} {g.get('parties')}")
                matched.append(({}, g))
        for s, g in matched:
            where = f"{key}: meeting {'/'.join(sorted(people(g)))}"
            for facet in ("kind", "status", "date"):
                self.slot(f"meeting.{facet}", where, s.get(facet), g.get(facet))
            self.slot("meeting.place", where, fold(s.get("place")), fold(g.get("place")))
            self.slot("meeting.venue", where, s.get("venue"), g.get("venue"), lambda a, b: alike(a, b, 0.5))
            for facet in ("hosts", "guests", "attendees"):
                self.bag(
                    f"meeting.{facet}",
                    where,
                    [fold(n) for n in s.get(facet) or []],
                    [fold(n) for n in g.get(facet) or []],
                )
            self.bag("meeting.parties", where, s.get("parties") or [], g.get("parties") or [])
            self.slot(
                "meeting.occasion",
                where,
                s.get("occasion"),
                g.get("occasion"),
                lambda a, b: (
                    a.get("ordinal") == b.get("ordinal") and same_event(a.get("name"), b.get("name"))
                ),
            )
            self.bag("meeting.topics", where, s.get("topics") or [], g.get("topics") or [])

    def spans(self, key: str, said: dict, text: str) -> None:
        for o in said.get("officials") or []:
            spans = o.get("mention_spans")
            if spans is not None and [text[a:b] for a, b in spans] != (o.get("mentions") or []):
                self.bad_spans.append(f"{key}: mention_spans of {o['name']} do not cut out its mentions")
        for kind in ("officials", "meetings", "ceremonies"):
            for item in said.get(kind) or []:
                evidence = item.get("evidence")
                if not evidence or any(not 0 <= a < b <= len(text) for a, b in evidence):
                    self.bad_spans.append(f"{key}: {kind}: no evidence, or out of the text: {evidence!r}")


HEADER = re.compile(r"\A\s*date (\d{4}-\d{2}-\d{2}) ")


def read_predictions(path: Path) -> dict[str, dict]:
    if path.is_dir():
        return {p.stem: json.loads(p.read_text("utf-8")) for p in sorted(path.glob("*.json"))}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return {row["id"]: row for row in rows}


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", type=Path)
    cli.add_argument("predictions", type=Path)
    cli.add_argument("--texts", type=Path)
    cli.add_argument("--min", action="append", default=[], metavar="FACET=F1")
    cli.add_argument("--only", default="", help="gold ids that begin with this")
    cli.add_argument("--errors", action="store_true", help="list every difference")
    args = cli.parse_args()
    predictions, scorer, missing = read_predictions(args.predictions), Scorer(), []
    gold_files = [p for p in sorted(args.gold.glob("*.json")) if p.stem.startswith(args.only)]
    for path in gold_files:
        gold = json.loads(path.read_text("utf-8"))
        said = predictions.get(path.stem)
        if said is None:
            missing.append(path.stem)
        scorer.article(path.stem, said or {}, gold)
        text_file = (args.texts or args.gold) / f"{path.stem}.txt"
        if said and text_file.exists():
            scorer.spans(path.stem, said, HEADER.sub("", text_file.read_bytes().decode("utf-8-sig"), count=1))
    if args.errors:
        print("\n".join(scorer.errors))
    print(f"{'facet':<20}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}")
    f1 = {}
    for facet, tally in scorer.facets.items():
        p, r, f = tally.figures
        f1[facet] = f
        print(f"{facet:<20}{p:7.3f}{r:7.3f}{f:7.3f}{tally.gold:7d}")
    f1["mean"] = sum(f1.values()) / len(f1) if f1 else 0.0
    print(
        f"{'mean':<20}{'':7}{'':7}{f1['mean']:7.3f}   {len(gold_files)} articles, "
        f"{len(missing)} without a prediction, {len(scorer.bad_spans)} bad spans"
    )
    for line in scorer.bad_spans[:20]:
        print("bad span:", line)
    short = [m for m in args.min if f1.get(m.split("=")[0], 0.0) < float(m.split("=")[1])]
    for m in short:
        print(f"short: {m.split('=')[0]} {f1.get(m.split('=')[0], 0.0):.3f} < {m.split('=')[1]}")
    return 1 if short or scorer.bad_spans else 0


if __name__ == "__main__":
    sys.exit(main())
