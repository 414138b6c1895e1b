"""Files of every format become articles, each with its words, its day and its encoding."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import IntakeError
from store.intake import plain
from store.intake.files import Taken, take
from store.intake.pieces import Raw
from store.intake.registry import FORMATS, SUFFIXES
from store.model import Article, Refusal

FIRST = "The Minister of Defence, Kadıoğlu, received the Ambassador of Peru, Inés Quiroga Valle, in Tbilisi."
SECOND = "At the meeting the sides discussed joint exercises & the training of officers for both armies."


def taken(data: bytes, name: str, encoding: str | None = None) -> list[Taken]:
    found = list(take(Raw(data, Path(name).stem, name, Path(name).suffix.lower(), encoding)))
    assert not any(isinstance(one, Refusal) for one in found), found
    return [one for one in found if isinstance(one, Taken)]


def one(data: bytes, name: str, encoding: str | None = None) -> Taken:
    (only,) = taken(data, name, encoding)
    return only


# -- web pages

PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="windows-1254"><title>Minister received ambassador</title>
<meta property="article:published_time" content="2025-12-17T01:00:00+04:00">
<script>alert("never run")</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Minister received ambassador</h1><p>{FIRST}</p><p>{SECOND.replace("&", "&amp;")}</p>
<img src="http://example.invalid/remote.png"><iframe src="file:///etc/passwd"></iframe></article>
<footer>Copyright, all rights reserved</footer></body></html>"""


def test_a_web_page() -> None:
    found = one(PAGE.encode("cp1254"), "page.html")
    assert found.format == "html"
    assert found.encoding == "cp1254"
    assert found.article.published == "2025-12-17"
    assert found.article.text.split("\n\n") == ["Minister received ambassador", FIRST, SECOND]


def test_a_web_page_under_any_name() -> None:
    assert one(PAGE.encode("cp1254"), "page.txt").format == "html"


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"page\.html is no article"):
        taken(b"<html><body><p>404</p></body></html>", "page.html")


# -- feeds

RSS = f"""<?xml version="1.0" encoding="windows-1254"?>
<rss version="2.0"><channel><title>News</title>
<item><title>Minister received ambassador</title><guid>https://example.invalid/1</guid>
<pubDate>Wed, 17 Dec 2025 01:30:00 +0400</pubDate>
<description><![CDATA[<p>{FIRST}</p><p>{SECOND}</p><script>x()</script>]]></description></item>
<item><title>Second one</title><link>https://example.invalid/2</link>
<description>{FIRST} It happened again.</description></item>
<item></item></channel></rss>"""


def test_a_feed() -> None:
    first, second, none = take(Raw(RSS.encode("cp1254"), "news", "news.rss", ".rss"))
    assert isinstance(first, Taken)
    assert first.article.text == f"Minister received ambassador\n\n{FIRST}\n\n{SECOND}"
    assert (first.article.key, first.article.published) == ("news-1", "2025-12-17")
    assert (first.part, first.format, first.encoding) == ("https://example.invalid/1", "feed", "cp1254")
    assert isinstance(second, Taken)
    assert second.article.published is None
    assert second.part == "https://example.invalid/2"
    assert isinstance(none, Refusal)
    assert none.reason == "Entry 3 of news.rss has no text."


def test_an_atom_feed() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>tag:1</id>
    <title>Talks</title><updated>2025-03-09T23:30:00Z</updated>
    <content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""
    found = one(atom.encode(), "news.xml")
    assert found.article.text == f"Talks\n\n{FIRST}"
    assert found.article.published == "2025-03-09"


def test_other_xml_is_refused() -> None:
    with pytest.raises(IntakeError, match="is not what its name says: no XML with articles"):
        taken(b"<config><a>1</a></config>", "config.xml")
    with pytest.raises(IntakeError, match="is a feed without entries"):
        taken(b"<rss version='2.0'><channel></channel></rss>", "empty.rss")


# -- e-mail


def mail(subtype: str = "plain", charset: str = "cp1254") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Görüşme: minister received ambassador"
    message["From"] = "press@example.invalid"
    message["Date"] = "Wed, 17 Dec 2025 01:30:00 +0400"
    body = f"{FIRST}\r\n\r\n{SECOND}"
    if subtype == "html":
        body = f"<html><body><p>{FIRST}</p><p>{SECOND.replace('&', '&amp;')}</p></body></html>"
    message.set_content(body, subtype=subtype, charset=charset)
    return message


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_an_email(subtype: str) -> None:
    found = one(mail(subtype).as_bytes(), "note.eml")
    subject = "Görüşme: minister received ambassador"
    assert found.article.text.split("\n\n") == [subject, FIRST, SECOND]
    assert found.article.published == "2025-12-17"
    assert found.format == "email"


def test_an_email_with_a_file_and_without_a_name_that_says_so() -> None:
    message = mail()
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x.bin")
    assert FIRST in one(message.as_bytes(), "saved-message").article.text


def test_an_email_without_text_is_refused() -> None:
    message = EmailMessage()
    message["From"] = "a@example.invalid"
    message.add_attachment(b"\x00", maintype="image", subtype="png", filename="x.png")
    with pytest.raises(IntakeError, match="e-mail without text"):
        taken(message.as_bytes(), "note.eml")


# -- PDF


def pdf(lines: list[str]) -> bytes:
    """A file of one page, written by hand."""
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{shown}\nET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def test_a_pdf() -> None:
    found = one(
        pdf(["The Minister of Defence received the Ambas-", "sador of Peru,  Ines Quiroga."]), "a.pdf"
    )
    assert found.article.text == "The Minister of Defence received the Ambassador of Peru, Ines Quiroga."
    assert (found.format, found.encoding) == ("pdf", "pdf")


def test_a_pdf_of_pictures_or_broken_is_refused() -> None:
    with pytest.raises(IntakeError, match="its pages are pictures"):
        taken(pdf([]), "a.pdf")
    with pytest.raises(IntakeError, match="is no PDF that can be read"):
        taken(b"%PDF-1.4\nnothing of it", "a.pdf")
    with pytest.raises(IntakeError, match="no PDF with articles"):
        taken(b"plain words under a wrong name, enough to be prose", "a.pdf")


# -- JSON


def test_a_line_of_json_ends_at_a_line_end_alone() -> None:
    """The line separators of Unicode may stand in a string as they are."""
    text = f"{FIRST}\u2028{SECOND}\x85{FIRST}"
    data = "\r\n".join(json.dumps({"text": said}, ensure_ascii=False) for said in (text, SECOND)).encode()
    assert [found.article.text for found in taken(data, "all.jsonl")] == [text, SECOND]


def test_json_lines() -> None:
    lines = [
        {"id": "abc", "title": "Talks", "text": FIRST, "date": "2025-12-17T10:00:00Z"},
        {"url": "https://example.invalid/2", "body": SECOND, "published": "17 December 2025"},
    ]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    first, second = taken(data, "all.jsonl")
    assert (first.article.key, first.article.text) == ("abc", f"Talks\n\n{FIRST}")
    assert (first.article.published, first.part) == ("2025-12-17", "abc")
    assert (second.article.key, second.article.text) == ("all-2", SECOND)
    assert (second.article.published, second.part) == ("2025-12-17", "https://example.invalid/2")


def test_lines_that_are_no_articles_are_refused_and_the_rest_is_taken() -> None:
    data = b"\n".join([b"{", b"[1]", b'{"id": 3}', json.dumps({"text": FIRST}).encode(), b'{"text": "no"}'])
    found = list(take(Raw(data, "all", "all.jsonl", ".jsonl")))
    assert [type(each).__name__ for each in found] == ["Refusal", "Refusal", "Refusal", "Taken", "Refusal"]
    reasons = [each.reason for each in found if isinstance(each, Refusal)]
    assert reasons[0].startswith("all.jsonl, line 1 is no JSON: ")
    assert reasons[1:] == [
        "all.jsonl, line 2: it is no object.",
        "all.jsonl, line 3: there is no text in it.",
        "all.jsonl, #5 is no article: there is too little prose in it.",
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_or_one_object_in_a_json_file(indent: int | None) -> None:
    rows = [{"text": FIRST}, {"text": SECOND}]
    texts = [each.article.text for each in taken(json.dumps(rows, indent=indent).encode(), "all.json")]
    assert texts == [FIRST, SECOND]
    assert one(json.dumps(rows[0], indent=indent).encode(), "one.json").article.text == FIRST


@given(st.binary(max_size=400), st.sampled_from(sorted({*SUFFIXES, ".json", ""})))
def test_any_bytes_under_any_name_are_articles_or_refused(data: bytes, suffix: str) -> None:
    try:
        found = list(take(Raw(data, "a", f"a{suffix}", suffix)))
    except IntakeError:
        return
    assert all(isinstance(each, Taken | Refusal) for each in found)


BEGINNINGS = [
    b"%PDF-1.7\n",
    b"<rss>",
    b"<html>",
    b'{"format": "communique", "version": 1',
    b"From: a\n",
    b"[",
    b"{",
]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_broken_files_of_every_format_are_refused(beginning: bytes, rest: bytes) -> None:
    try:
        list(take(Raw(beginning + rest, "a", "a", "")))
    except IntakeError as error:
        told = str(error)
        if "\n" in told:
            pytest.fail(f"more than a sentence: {told!r}")


def test_names_of_formats_are_different() -> None:
    assert len({form.name for form in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("end", [" ", "\n", "\r\n", "\t"])
def test_a_header_may_end_with_its_line(end: str) -> None:
    made = plain.article("a", f" date 2025-03-04{end}The Minister arrived.")
    assert made == Article("a", "The Minister arrived.", "2025-03-04")


def test_a_date_that_prose_begins_with_is_no_header() -> None:
    assert plain.article("a", "date 2025-03-04, the Minister arrived.").published is None
