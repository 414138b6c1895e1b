"""The actions of the menu File."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "file.new_window",
        "File",
        "&New window",
        "Open another window on the library",
        ("Ctrl+N",),
        section=-1,
    ),
    ActionSpec(
        "file.open_library", "File", "Open li&brary…", "Open another library beside this one", section=-1
    ),
    ActionSpec(
        "file.new_library", "File", "New libr&ary…", "Make a library and open it beside this one", section=-1
    ),
    ActionSpec(
        "file.forget_libraries",
        "File/Open &recent library",
        "&Forget these",
        "Empty this list; the libraries stay where they are",
        section=-1,
    ),
    ActionSpec(
        "file.import_files", "File", "&Import files…", "Take articles from files", ("Ctrl+O",), "import"
    ),
    ActionSpec(
        "file.import_folder",
        "File",
        "Import f&older…",
        "Take articles from a folder",
        ("Ctrl+Shift+O",),
        "folder",
    ),
    ActionSpec(
        "file.import_encoded",
        "File",
        "Import in another &encoding…",
        "Take articles from files whose letters came out wrong",
    ),
    ActionSpec(
        "file.paste",
        "File",
        "&Paste as an article",
        "Take the text on the clipboard in as an article",
        ("Ctrl+Shift+V",),
    ),
    ActionSpec("file.watch", "File", "&Watch a folder…", "Take in by itself what comes into a folder"),
    ActionSpec("file.samples", "File", "Open the &sample articles", "Take in the articles that come along"),
    ActionSpec(
        "file.export",
        "File",
        "E&xport…",
        "Write articles, what was read from them and your notes to a file for another program, or to print",
        ("Ctrl+Shift+X",),
        "export",
        section=1,
    ),
    ActionSpec(
        "file.print",
        "File",
        "Prin&t…",
        "Print the open article with your highlights, notes and the facts, or the open page",
        ("Ctrl+P",),
        section=1,
    ),
    ActionSpec(
        "file.pdf",
        "File",
        "Save as P&DF…",
        "Write the open article with your highlights, notes and the facts, or the open page, into a PDF file",
        section=1,
    ),
    ActionSpec(
        "file.cancel",
        "File",
        "&Cancel what is under way",
        "Stop imports and other jobs in the background; what is done already stays",
        section=1,
    ),
    ActionSpec(
        "file.close_window",
        "File",
        "C&lose window",
        "Close this window; the others stay",
        ("Ctrl+Shift+W",),
        section=2,
    ),
    ActionSpec(
        "file.quit",
        "File",
        "&Quit",
        "Close all windows",
        ("Ctrl+Q",),
        section=2,
    ),
)
