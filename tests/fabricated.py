"""Readings of the sample articles and of made-up ones, written by hand for tests of what shows them."""

from __future__ import annotations

import re

from seeds import seed_files
from store.model import (
    Annotation,
    Article,
    ArticleRow,
    Ceremony,
    Dateline,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    OpenArticle,
    Post,
    Reading,
    Role,
    Source,
    Span,
    Stated,
    Statement,
)

BEFORE = (
    "General Jane Smith of Ghana arrived on Monday. She paid an official visit to the naval base in Tema. "
    "Talks were held on trade and on security. She left on Friday."
)
AFTER = (
    "General Jane Smith of Ghana came on Sunday. She made an official three-day visit to a naval base at "
    "Tema. There was a dinner. Talks on trade went on for long. She left again."
)
"""What an article said, and what it says when it comes in again: notes on it lose their words."""


def seed(number: int) -> Article:
    """The sample article of that place in the order of files, header taken off."""
    file = seed_files()[number]
    published, text = re.match(r" date (\S+) (.*)", file.read_bytes().decode("utf-8"), re.DOTALL).groups()  # type: ignore[union-attr]
    return Article(file.name.removesuffix(".txt"), text, published)


def words(text: str, quote: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of a quote."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))


def because(text: str, *quotes: str, rule: str = "by.hand", confidence: float = 0.9) -> Evidence:
    """Evidence in the first occurrence of each quote."""
    return Evidence(tuple(words(text, quote) for quote in quotes), rule, confidence)


def stated(text: str, value: str, quote: str, rule: str = "by.hand") -> Stated[str]:
    return Stated(value, because(text, quote, rule=rule))


def every(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(name), text))


def official(
    text: str,
    name: str,
    role: Role,
    country: str | None = None,
    rank: str | None = None,
    posts: tuple[tuple[str, str | None], ...] = (),
    country_words: str | None = None,
) -> Official:
    """An official of a text; post titles must be words of it."""
    mentions = every(text, name)
    return Official(
        name,
        stated(text, rank, rank, "rank.before_name") if rank else None,
        tuple(
            Post(title, body, country, because(text, title, rule="post.before_name")) for title, body in posts
        ),
        stated(text, country, country_words or name) if country else None,
        Stated(role, because(text, name, rule="role.encounter")),
        mentions,
        Evidence(mentions, "name.after_rank", 0.97),
    )


def second() -> tuple[Article, Reading]:
    """The article of 17 December 2025, read by hand."""
    article = seed(2)
    text = article.text
    occasion = "17th Azerbaijan-Türkiye High-Level Military Dialogue Meeting"
    host = official(
        text, "Zakir Hasanov", Role.HOST, "AZ", "Colonel General",
        (("Minister of Defense", None),), "Republic of Azerbaijan",
    )  # fmt: skip
    guest = official(
        text, "Levent Ergün", Role.GUEST, "TR", "Army General",
        (("Second Chief of the General Staff", "Armed Forces"),), "Republic of Türkiye",
    )  # fmt: skip
    meeting = Meeting(
        kind=Stated(MeetingKind.MEETING, because(text, "received")),
        status=Stated(MeetingStatus.HELD, because(text, "received")),
        date=stated(text, "2025-12-17", "December 17", "date.dateline"),
        place=stated(text, "Baku", "BAKU", "place.dateline"),
        venue=stated(text, "Ministry of Defense", "Ministry of Defense", "venue.hosted"),
        hosts=(stated(text, "Zakir Hasanov", "Zakir Hasanov"),),
        guests=(stated(text, "Levent Ergün", "Levent Ergün"),),
        attendees=(),
        parties=(stated(text, "AZ", "Republic of Azerbaijan"), stated(text, "TR", "Republic of Türkiye")),
        occasion=Stated(
            Occasion("Azerbaijan-Türkiye High-Level Military Dialogue", 17), because(text, occasion)
        ),
        topics=tuple(
            stated(text, topic, quote, "topic.lexicon")
            for topic, quote in (
                ("political-relations", "strategic alliance"),
                ("military-cooperation", "military cooperation"),
                ("multilateral", "Organization of Turkic States"),
                ("military-technical", "military-technical"),
                ("military-education", "military educational"),
                ("regional-security", "regional security"),
            )
        ),
        evidence=because(text, "received a delegation headed by", rule="encounter.received", confidence=0.98),
    )
    honoured = tuple(
        official(text, name, Role.HONOURED, "AZ", country_words="Azerbaijani people")
        for name in ("Heydar Aliyev", "Zarifa Aliyeva")
    )
    ceremonies = tuple(
        Ceremony(site, because(text, site, rule="ceremony.site"))
        for site in ("Alley of Honor", "Alley of Martyrs", "Turkish Martyrs' Cemetery", "Victory Monument")
    )
    said = "ties between the two countries are grounded in mutual trust, confidence, and support"
    reading = Reading(
        outlet=stated(text, "Trend", "Trend"),
        attributed_to=stated(text, "Ministry of Defense", "the Ministry."),
        dateline=Dateline(stated(text, "Baku", "BAKU"), stated(text, "2025-12-17", "December 17")),
        officials=(host, guest, *honoured),
        meetings=(meeting,),
        ceremonies=ceremonies,
        statements=(
            Statement(
                "Levent Ergün",
                "note",
                words(text, said),
                because(text, "In turn, Army General Levent Ergün", said, rule="statement.that"),
            ),
        ),
    )
    return article, reading


def opened(
    article: Article,
    reading: Reading | None = None,
    annotations: tuple[Annotation, ...] = (),
    article_id: int = 1,
    heading: str = "",
    tags: tuple[str, ...] = (),
) -> OpenArticle:
    """An article as the window is given it."""
    known = reading or Reading()
    row = ArticleRow(
        article_id,
        article.key,
        article.published,
        heading or article.key,
        known.outlet.value if known.outlet else None,
        tuple(sorted({o.country.value for o in known.officials if o.country})),
        read=False,
        starred=False,
        notes=len(annotations),
    )
    source = Source(f"/articles/{article.key}.txt", "seed", "utf-8", "0" * 64, "2026-01-02T03:04:05Z")
    return OpenArticle(row, article, source, known, annotations, tags)


def crowd(officials: int = 12, meetings: int = 3) -> tuple[Article, Reading]:
    """A made-up article with many officials of long names and posts, and several meetings."""
    ranks = ("Lieutenant General", "Rear Admiral", "Colonel", "Fleet Admiral")
    bodies = (
        "Ministry of Foreign Affairs and Regional Integration",
        "Joint Staff",
        "Coast Guard",
        "National Security Council",
    )
    countries = ("GH", "NO", "UY", "VN", "NATO", "LK")
    lines = []
    for number in range(officials):
        lines.append(
            f"{ranks[number % 4]} Ana-Maria Johannesdóttir van der Merwe {number}, "
            f"Deputy Head number {number} of the {bodies[number % 4]}, took part on 3 May 2024 in Accra.\n"
        )
    text = "".join(lines) + "The sides discussed maritime security and joint exercises at the Peduase Lodge."
    article = Article("crowd", text, "2024-05-03")
    roles = list(Role)
    people = tuple(
        official(
            text, f"Ana-Maria Johannesdóttir van der Merwe {number}", roles[number % 5],
            countries[number % 6], ranks[number % 4], ((f"Deputy Head number {number}", bodies[number % 4]),),
        )
        for number in range(officials)
    )  # fmt: skip
    held = tuple(
        Meeting(
            kind=Stated(list(MeetingKind)[number % 3], because(text, "took part")),
            status=Stated(list(MeetingStatus)[number % 2], because(text, "took part")),
            date=stated(text, "2024-05-03", "3 May 2024"),
            place=stated(text, "Accra", "Accra"),
            venue=stated(text, "Peduase Lodge", "Peduase Lodge") if number else None,
            hosts=tuple(stated(text, person.name, person.name) for person in people[:1]),
            guests=tuple(stated(text, person.name, person.name) for person in people[1:3]),
            attendees=tuple(stated(text, person.name, person.name) for person in people[3:6]),
            parties=tuple(stated(text, code, "sides") for code in sorted(countries[:3])),
            occasion=None,
            topics=(
                stated(text, "maritime", "maritime security"),
                stated(text, "joint-exercises", "joint exercises"),
            ),
            evidence=because(text, "took part"),
        )
        for number in range(meetings)
    )
    return article, Reading(officials=people, meetings=held)
