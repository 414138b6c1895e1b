"""A file that is there under its name only when it is whole."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from store.errors import StoreError
from store.exchange.files import whole


def test_a_link_stays_and_leads_to_the_new_words(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "kept.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "far" / "kept.csv")
    with whole(link) as file:
        file.write("new")
    assert link.is_symlink()
    assert (tmp_path / "far" / "kept.csv").read_text() == "new"
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["kept.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes by name here")
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    with whole(pipe) as file:
        file.write("words")
    reader.join(5)
    assert read == ["words"]
    assert pipe.is_fifo(), "it is not taken away for a file"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
def test_a_full_device_is_told_and_stays() -> None:
    with pytest.raises(StoreError, match="no space left"), whole(Path("/dev/full")) as file:
        file.write("words")
    assert Path("/dev/full").is_char_device()
