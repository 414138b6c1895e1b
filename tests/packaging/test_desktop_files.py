"""Menu entry, metadata, file type, manual page and completion: as the tools of desktops want them."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from gui.main import whole_parser, window_parser
from store import manual
from store.commands.desktop import completion_for
from store.commands.program import command_parser
from store.database.opening import APPLICATION_ID
from store.desktop import NAME
from tests.packaging.manual import written

ROOT = Path(__file__).parents[2]
FILES = ROOT / "resources" / "desktop"


def run(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=60, check=False)


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def test_the_entry_has_what_a_menu_needs() -> None:
    read = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string((FILES / f"{NAME}.desktop").read_text("utf-8"))
    entry = read["Desktop Entry"]
    assert entry["Type"] == "Application"
    assert entry["Exec"].split() == ["communique", "%F"]
    assert entry["Icon"] == NAME
    for key in ("GenericName", "Comment", "Keywords"):
        for language in ("", "[az]", "[tr]"):
            assert entry[f"{key}{language}"]
    assert all(value.endswith(";") for key, value in entry.items() if key.startswith("Keywords"))


def test_the_entry_is_valid() -> None:
    done = run(needs("desktop-file-validate"), str(FILES / f"{NAME}.desktop"))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_metadata_is_of_this_program_and_version() -> None:
    tree = ElementTree.parse(FILES / f"{NAME}.metainfo.xml")
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    assert tree.findtext("id") == NAME
    assert tree.findtext("launchable") == f"{NAME}.desktop"
    assert tree.findtext("project_license") == project["license"]
    release = tree.find("releases/release")
    assert release is not None
    assert release.get("version") == project["version"]


def test_the_metadata_is_valid() -> None:
    done = run(needs("appstreamcli"), "validate", "--no-net", str(FILES / f"{NAME}.metainfo.xml"))
    assert done.returncode == 0, done.stdout


def test_library_files_are_known_by_what_they_begin_with() -> None:
    tree = ElementTree.parse(FILES / f"{NAME}.mime.xml")
    [mark] = [match for match in tree.iter() if match.get("type") == "big32"]
    assert int(mark.get("value", ""), 16) == APPLICATION_ID
    assert mark.get("offset") == "68"  # of the application's number in the head of an SQLite file
    [kind] = [each for each in tree.iter() if each.tag.endswith("mime-type")]
    assert f"MimeType={kind.get('type')};\n" in (FILES / f"{NAME}.desktop").read_text("utf-8")


def test_the_manual_is_of_the_options_of_today() -> None:
    assert (FILES / "communique.1").read_text("utf-8") == written(), "make manual writes it anew"


def test_the_manual_is_clean() -> None:
    done = run(needs("man"), "--warnings", "-E", "UTF-8", "-l", str(FILES / "communique.1"))
    if "minimized" in done.stdout:
        pytest.skip("man is only a stand-in here")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_line_that_begins_as_a_request_of_roff_is_text() -> None:
    parser = window_parser()
    parser.description = ".so /etc/passwd \\ -x"
    assert "\n\\&.so /etc/passwd \\e \\-x\n" in manual.page(parser, command_parser())


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["comp"], {"compare", "completion"}),
        (["search", "--js"], {"--json"}),
        (["desktop", ""], {"install", "remove"}),
        (["--the"], {"--theme"}),
    ],
)
def test_bash_completes(typed: list[str], offered: set[str], tmp_path: Path) -> None:
    bash = needs("bash")
    script = tmp_path / "completion"
    script.write_text(completion_for("bash", whole_parser()), "utf-8")
    words = " ".join(f"'{word}'" for word in ["communique", *typed])
    asked = (
        f"source {script}; COMP_WORDS=({words}); COMP_CWORD={len(typed)};"
        " $(complete -p communique | sed 's/.*-F \\([^ ]*\\).*/\\1/');"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = run(bash, "--norc", "-c", asked)
    assert done.stderr == ""
    assert set(done.stdout.split()) - {"-h", "--help"} == offered
