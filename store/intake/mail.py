"""Saved e-mails: the subject, then the words of the body."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage

from store.errors import IntakeError
from store.intake.decoding import decode
from store.intake.pages import text_of
from store.intake.pieces import Format, Piece, Raw
from store.model import Article

_HEADERS = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:From|Received|Return-Path|Message-ID|MIME-Version):",
    re.I,
)


def _claims(raw: Raw) -> bool:
    return raw.suffix == ".eml" or (
        raw.suffix not in (".txt", ".md")
        and _HEADERS.match(raw.data[:16_384].replace(b"\r\n", b"\n")) is not None
    )


def read(raw: Raw) -> Iterator[Piece]:
    """The article of the message: its plain body, else its HTML one."""
    message = message_from_bytes(raw.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise IntakeError(f"{raw.name} is an e-mail without text.")
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise IntakeError(f"{raw.name} is an e-mail without text.")
    said = raw.encoding or body.get_content_charset()
    decoded = decode(payload, raw.name, said if said != "us-ascii" else None, markup=True)
    text = decoded.text
    if body.get_content_type() == "text/html":
        text = text_of(text)
    subject = " ".join(str(message["subject"] or "").split())
    text = text.replace("\r\n", "\n").strip()
    if subject and not text.startswith(subject):
        text = f"{subject}\n\n{text}"
    yield Piece(Article(raw.key, text, _day(message)), decoded.encoding, decoded.guessed)


def _day(message: EmailMessage) -> str | None:
    header = message["date"]
    when = getattr(header, "datetime", None)
    return when.date().isoformat() if when is not None else None


MAIL = Format("email", (".eml",), _claims, read)
