"""What the reader must reach on the labelled articles, and that no change lowers it unseen."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from seeds import __file__ as seeds_file
from tests.evaluation import harness
from tests.evaluation.harness import Facet, Result

MINIMUMS = tomllib.loads((harness.HERE / "minimums.toml").read_text("utf-8"))
SETS = {name: (folder, prefix) for name, folder, prefix in harness.sets()}


@cache
def result_of(name: str) -> Result:
    return harness.evaluate(*SETS[name])


@pytest.mark.parametrize("name", SETS)
def test_every_span_cuts_out_what_it_stands_for(name: str) -> None:
    assert result_of(name).bad_spans == ()


@pytest.mark.parametrize("name", [name for name in SETS if name in MINIMUMS])
def test_the_set_reaches_its_minimum(name: str) -> None:
    result, least = result_of(name), dict(MINIMUMS[name])
    short = []
    every = least.pop("every", 0.0)
    if result.mean < least.pop("mean", 0.0) - 1e-9:
        short.append(f"mean {result.mean:.3f}")
    for facet, figures in result.facets.items():
        if figures.f1 < max(every, least.pop(facet, 0.0)) - 1e-9:
            short.append(f"{facet} {figures.f1:.3f}")
    assert not least, f"minimums.toml names facets that do not exist: {sorted(least)}"
    assert not short, f"{name} falls short: {', '.join(short)}"


@pytest.mark.parametrize("name", [name for name in SETS if name != harness.HELD[0]])
def test_no_facet_is_lower_than_the_baseline(name: str) -> None:
    before = harness.load_baseline().get(name)
    if before is None or before.articles != result_of(name).articles:
        pytest.fail(f"no baseline of {name}: make one with python -m tests.evaluation.report --save")
    now = result_of(name).facets
    lower = [
        f"{facet} {figures.f1:.3f} -> {now.get(facet, Facet(0, 0, 1)).f1:.3f}"
        for facet, figures in before.facets.items()
        if now.get(facet, Facet(0, 0, 1)).f1 < figures.f1 - 0.0005
    ]
    assert not lower, (
        f"{name} fell: {', '.join(lower)}. See python -m tests.evaluation.report --compare; "
        "if the loss is worth it, --save and say why in the commit."
    )


def test_the_seeds_of_the_set_are_the_ones_shipped() -> None:
    shipped = {p.read_bytes() for p in Path(str(seeds_file)).parent.glob("*.txt")}
    labelled = {p.read_bytes() for p in (harness.HERE / "dev").glob("seed-*.txt")}
    assert shipped == labelled
