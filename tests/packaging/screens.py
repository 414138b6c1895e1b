"""Draws every state of the window, in both themes and three sizes.

``python -m tests.packaging.screens FOLDER [STATE ...]``

For whoever judges the looks of a change; nothing of it is kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from store.library import Library
from tests.packaging.pictures import annotated_library
from tests.packaging.scenes import LIBRARIES, SCENES

SIZES = ("1280x800", "1920x1080", "900x700")
THEMES = ("light", "dark")
LONG = b""" date 2025-03-04
ANTANANARIVO, March 4. The First Deputy Prime Minister and Minister of Economic Cooperation,
Development and Foreign Affairs of the Democratic Socialist Republic of Sri Lanka, His Excellency
Admiral of the Fleet Ravindranath Chandrasekharampillai-Wickremasinghe received the Permanent Under-
Secretary of State for Parliamentary Affairs of the Federated States of Micronesia, Lieutenant
General Andriamanantenasoa Rakotomalala-Razafindrakoto, at the Headquarters of the Joint
Interservice Disaster Preparedness and Humanitarian Coordination Command. They discussed regional
security, maritime cooperation, joint exercises, military education, climate change and the fight
against illegal fishing.
"""

STATES: dict[str, tuple[str, ...]] = {
    "window": (),
    "search": ("--search", "kadioglu"),
    "nothing-found": ("--search", "qqqq"),
    "unknown-field": ("--search", "persn:hasanov OR contry:TR"),
    "find": ("--do", "edit.find", "--type", "minister"),
    "selected": ("--select", "Alley of Martyrs"),
    "list-columns": ("--do", "view.list.columns"),
    "list-sorted": ("--do", "view.list.columns", "--do", "view.order.heading"),
    "list-columns-sought": ("--search", "kadioglu", "--do", "view.list.columns"),
    "list-groups": ("--do", "view.group.country"),
    "list-selected": ("--do", "go.list", "--press", "Ctrl+A"),
    "all-notes": ("--do", "note.all"),
    "note": ("--select", "Heydar Aliyev", "--do", "note.write", "--type", "Who else was there?"),
    "note-preview": (
        *("--select", "Heydar Aliyev", "--do", "note.write"),
        *("--type", "**Who** else was [there](https://example.org)?", "--press", "Ctrl+E"),
    ),
    "note-on-article": ("--do", "note.article", "--type", "The longest account of the three."),
    "notes-sought": ("--do", "note.all", "--do", "note.find", "--type", "alliance"),
    "overlap": (
        *("--select", "strategic alliance between", "--do", "note.highlight"),
        *("--select", "alliance between Azerbaijan", "--do", "note.highlight"),
    ),
    "official": ("--select", "Zakir Hasanov", "--do", "fact.official"),
    "meeting": ("--select", "received", "--do", "fact.meeting"),
    "export": ("--search", "dialogue", "--do", "file.export"),
    "export-selected": ("--do", "go.list", "--press", "Ctrl+A", "--do", "file.export"),
    "save-search": ("--search", "dialogue", "--do", "edit.save_search"),
    "people": ("--do", "article.people"),
    "occasions": ("--do", "article.occasions"),
    "shortcuts": ("--do", "help.shortcuts"),
    "search-help": ("--do", "help.search"),
    "about": ("--do", "help.about"),
    "no-filters": ("--do", "view.sidebar"),
    "no-facts": ("--do", "view.facts"),
    "large-text": ("--do", "view.larger", "--do", "view.larger", "--do", "view.larger"),
    "deleted": ("--do", "article.delete"),
    "tabs": ("--do", "article.new_tab", "--do", "go.next", "--do", "article.new_tab", "--do", "go.next"),
    "sides": ("--do", "view.facts", "--do", "view.split", "--do", "go.next"),
    "long-sides": ("--do", "view.facts", "--do", "view.split", "--do", "article.new_tab"),
    "focus": ("--do", "view.focus"),
    "card": ("--do", "go.next_mark") * 5,
    "serif": ("--do", "view.typeface.serif", "--do", "view.measure.wide"),
    "no-marks": ("--do", "view.marks.none"),
    "long-card": ("--do", "go.next_mark") * 3,
    "palette": ("--do", "go.palette", "--type", "no"),
    "settings": ("--do", "edit.settings"),
    "tags": ("--do", "article.tags"),
    "tag-article": ("--do", "article.tag", "--type", "to"),
    "editing": ("--do", "go.next_mark", "--do", "fact.edit"),
    "log": ("--do", "help.log"),
    "no-tags": ("--do", "article.tags"),
    "no-such-key": ("--do", "help.shortcuts", "--type", "zzz"),
    "all-series": ("--do", "across.series"),
    "series": ("--do", "across.series", "--press", "Tab", "--press", "Return"),
    "all-pairs": ("--do", "across.pairs"),
    "pair": ("--do", "across.pairs", "--press", "Tab", "--press", "Return"),
    "person": ("--do", "across.person", "--type", "hasanov", "--press", "Return"),
    "find-page": ("--do", "across.person"),
    "country": ("--do", "across.person", "--type", "country: azer", "--press", "Return"),
    "new-in-series": ("--do", "view.new_against.series"),
    "new-page": ("--do", "across.new"),
    "new-marks": ("--do", "view.new"),
    "compare-with": ("--do", "across.compare"),
    "compare": ("--do", "across.compare", "--press", "Return"),
    "reports": ("--do", "across.reports"),
    "timeline": ("--do", "across.timeline", "--press", "Home"),
    "timeline-near": ("--do", "across.timeline", "--press", "End", *("--press", "Ctrl++") * 9),
    "timeline-text": ("--do", "across.timeline", "--do", "page.as_text"),
    "timeline-none": ("--search", "qqqq", "--do", "across.timeline"),
    "long-timeline": ("--do", "across.timeline", "--press", "Home"),
    "calendar": ("--do", "across.calendar", "--press", "Home"),
    "calendar-text": ("--do", "across.calendar", "--do", "page.as_text"),
    "network": ("--do", "across.network"),
    "network-sought": ("--search", "2024", "--do", "across.network"),
    "network-text": ("--do", "across.network", "--do", "page.as_text"),
    "long-network": ("--do", "across.network"),
    "find-in-page": ("--do", "across.new", "--do", "edit.find", "--type", "victory"),
    "empty": (),
    "long": (),
}


def _libraries(home: Path) -> dict[str, Path]:
    """The library of each state, by its name; of all others ``""``."""
    usual, empty, long = (home / f"{name}.sqlite" for name in ("library", "empty", "long"))
    annotated_library(usual)
    Library.open(empty).close()
    library = Library.open(long)
    library.import_texts([("long-names", LONG)])
    library.close()
    own = {name: home / f"{name}.sqlite" for name in LIBRARIES}
    for name, make in LIBRARIES.items():
        make(own[name])
    return {
        "": usual,
        "empty": empty,
        "long": long,
        "long-card": long,
        "long-sides": long,
        "long-network": long,
        "long-timeline": long,
        "no-tags": long,
        **own,
    }


def draw(folder: Path, wanted: list[str]) -> int:
    """Write the pictures of the states into ``folder``; returns how many could not be drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    states = [*STATES, *SCENES]
    unknown = set(wanted) - set(states)
    if unknown:
        print(f"no state {', '.join(sorted(unknown))}; there are {', '.join(states)}", file=sys.stderr)
        return len(unknown)
    with tempfile.TemporaryDirectory() as name:
        libraries = _libraries(Path(name))
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | {"HOME": name}

        def one(asked: tuple[str, str, str]) -> int:
            state, theme, size = asked
            picture = folder / f"{state}-{theme}-{size}.png"
            library = Path(name) / f"{picture.stem}.sqlite"  # its own: some states write
            shutil.copyfile(libraries.get(state, libraries[""]), library)
            if state in SCENES:
                command = [sys.executable, "-m", "tests.packaging.scenes", state]
                command += [str(library), str(picture), theme, size]
            else:
                command = [sys.executable, "-m", "gui.main", "--library", str(library)]
                command += ["--screenshot", str(picture), "--theme", theme, "--size", size, *STATES[state]]
            ended = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
            told = [line for line in ended.stderr.splitlines() if line.startswith("communique")]
            print(picture if not ended.returncode else f"{picture}: {' '.join(told) or ended.stderr}")
            return int(ended.returncode != 0)

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return sum(pool.map(one, product(wanted or states, THEMES, SIZES)))


if __name__ == "__main__":
    sys.exit(min(draw(Path(sys.argv[1]), sys.argv[2:]), 1))
