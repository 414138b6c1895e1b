"""Score the reader on the labelled articles: ``python -m tests.evaluation.report [options] [DIR]``.

Without DIR it scores the sets ``seeds``, ``dev``, ``own`` and ``held``. ``--save`` keeps the scores as the
baseline that the tests hold every change against; ``--compare`` prints what was gained and lost since then.
Of ``held``, which measures how the reader does on prose that nobody wrote rules for, only figures are shown.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from store.places import LEXICON
from tests.evaluation import harness
from tests.evaluation.harness import Result


def print_table(name: str, result: Result, seconds: float) -> None:
    """The facets of one set, each with its precision, recall, F1 and size."""
    print(f"\n{name}: {result.articles} articles, {result.articles / seconds:,.0f} articles a second")
    print(f"{'facet':<20}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'said':>7}{'gold':>7}")
    for facet, f in result.facets.items():
        figures = f"{f.precision:7.3f}{f.recall:7.3f}{f.f1:7.3f}"
        print(f"{facet:<20}{figures}{f.right:7d}{f.said:7d}{f.gold:7d}")
    print(f"{'mean':<34}{result.mean:7.3f}   {len(result.bad_spans)} bad spans")
    for line in result.bad_spans:
        print("bad span:", line)


def print_differences(result: Result) -> None:
    """Every difference from gold: what is missing, what is too much, what is wrong."""
    groups: dict[str, list[str]] = {"missed": [], "extra": [], "wrong": []}
    for line in result.differences:
        kind = "wrong"
        if ": missing " in line or "said None, gold" in line or "said '', gold" in line:
            kind = "missed"
        elif ": too much " in line or line.endswith((", gold None", ", gold ''")):
            kind = "extra"
        groups[kind].append(line)
    for kind, lines in groups.items():
        print(f"\n{kind} ({len(lines)})")
        for line in lines:
            print(" ", line)


def print_comparison(name: str, now: Result, before: Result) -> None:
    """What changed against the baseline: facets, then the single differences lost and gained."""
    print(f"\n{name} against the baseline: mean {before.mean:.3f} -> {now.mean:.3f}")
    for facet in sorted({*now.facets, *before.facets}):
        old, new = before.facets.get(facet), now.facets.get(facet)
        was, is_now = old.f1 if old else 0.0, new.f1 if new else 0.0
        if abs(is_now - was) > 0.0005:
            print(f"  {facet:<20}{was:7.3f} -> {is_now:.3f}  {'better' if is_now > was else 'WORSE'}")
    for title, lines in (
        ("put right", set(before.differences) - set(now.differences)),
        ("newly wrong", set(now.differences) - set(before.differences)),
    ):
        print(f"  {title} ({len(lines)})")
        for line in sorted(lines):
            print("   ", line)


def main(argv: list[str] | None = None) -> int:
    """Run the report; exit status 1 where a span is wrong."""
    cli = argparse.ArgumentParser(prog="python -m tests.evaluation.report", description=__doc__)
    cli.add_argument("folder", nargs="?", type=Path, help="another folder of ID.txt and ID.json")
    cli.add_argument("--only", default="", metavar="PREFIX", help="articles whose id begins with this")
    cli.add_argument("--errors", action="store_true", help="list every difference from gold")
    cli.add_argument("--compare", action="store_true", help="what was gained and lost since the baseline")
    cli.add_argument("--save", action="store_true", help="keep these scores as the baseline")
    args = cli.parse_args(argv)
    if args.save and (args.only or args.folder):
        cli.error("--save keeps whole sets: it goes without DIR and --only")
    chosen = [(str(args.folder), args.folder, "")] if args.folder else harness.sets()
    os.environ[LEXICON] = ""  # the measure is of what ships
    results, baseline = {}, harness.load_baseline()
    for name, folder, prefix in chosen:
        if not prefix.startswith(args.only):
            prefix = args.only if args.only.startswith(prefix) else ""
            if not prefix:
                continue
        start = time.perf_counter()
        results[name] = result = harness.evaluate(folder, prefix)
        if not result.articles:
            continue
        print_table(name, result, time.perf_counter() - start)
        if name == harness.HELD[0]:
            continue
        if args.errors and name != "seeds":  # the seeds are in the dev set too
            print_differences(result)
        if args.compare and name in baseline and not args.only:
            print_comparison(name, result, baseline[name])
    if args.save:
        results.pop(harness.HELD[0], None)
        harness.save_baseline(results)
        print(f"\nsaved {harness.BASELINE.name}")
    return 1 if any(r.bad_spans for r in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
