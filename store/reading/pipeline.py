"""The stages of reading, in their order: one article in, one reading out.

surface -> blocks -> source -> tokens -> lexicon hits -> posts and names -> people -> countries
-> encounters -> settings -> sides -> topics -> ceremonies -> statements -> reading
"""

from __future__ import annotations

import datetime

from store.model import Article, Reading
from store.reading.abroad import met_abroad, place_travellers
from store.reading.assembly import assemble
from store.reading.ceremonies import find_ceremonies, find_honoured_contexts
from store.reading.countries import stated_countries
from store.reading.dates import dates_by_sentence
from store.reading.encounters import read_encounters
from store.reading.gazetteer import find_hits
from store.reading.homes import home_of, is_seat
from store.reading.honoured import mark_honoured
from store.reading.identity import find_people
from store.reading.implied import implied_countries
from store.reading.inference import inferred_countries, named_pair
from store.reading.layout import find_blocks
from store.reading.organs import main_organisation
from store.reading.peers import place_peers
from store.reading.portions import cut, put_together
from store.reading.rosters import forget_outlet, share_counterparts, share_posts
from store.reading.scene import Scene
from store.reading.settings import prepare, read_occasions, read_settings
from store.reading.sides import settle_roles, take_sides
from store.reading.signs import HOMAGE, MOURNING, SPEECH
from store.reading.source import SourceReading, read_source
from store.reading.statements import find_statements
from store.reading.story import Story
from store.reading.surface import make_surface
from store.reading.surroundings import find_mentions
from store.reading.tokens import tokenize
from store.reading.told_near import countries_told_near


def read_article(article: Article) -> Reading:
    """Everything that the article's words state, with the words that state it."""
    portions = cut(article.text)
    published = _day(article.published)
    first = _read(article.text[: portions[0].end], published)
    if len(portions) == 1:
        return first
    if published is None and first.dateline is not None and first.dateline.date is not None:
        published = _day(first.dateline.date.value)
    rest = [
        (portion.start, _read(article.text[portion.start : portion.end], published))
        for portion in portions[1:]
    ]
    return put_together([(0, first), *rest])


def _day(date: str | None) -> datetime.date | None:
    """The day that an ISO date names; None where it names none (``2025-02-30``)."""
    try:
        return datetime.date.fromisoformat(date) if date else None
    except ValueError:
        return None


def _read(text_as_it_came: str, published: datetime.date | None) -> Reading:
    """The reading of one portion, which is nearly always the whole article."""
    surface = make_surface(text_as_it_came)
    text = surface.text
    blocks = find_blocks(text)
    source = read_source(text, blocks, published.isoformat() if published else None)
    tokens = tokenize(text, blocks)
    if not tokens.word:
        return Reading()
    phrases = find_mentions(tokens, find_hits(tokens), blocks)
    share_posts(tokens, phrases)
    if source.outlet is not None:
        forget_outlet(tokens, phrases, source.outlet.value)
    share_counterparts(tokens, phrases)
    people = find_people(tokens, phrases)
    sentences = tokens.sentence_spans()
    ceremonies = find_ceremonies(text, sentences, tokens.sentences_with(HOMAGE), tokens.sentence_marks)
    mourning = tokens.sentences_with(MOURNING)
    told = [context.span for context in find_honoured_contexts(text, sentences, mourning)]
    mark_honoured(tokens, phrases, people, ceremonies, told)
    stated_countries(tokens, phrases, people)
    countries_told_near(tokens, phrases, people)
    lands = met_abroad(tokens, phrases, people)
    implied_countries(tokens, people)
    place_travellers(tokens, phrases, people)
    home = home_of(text, tokens, phrases, people, source)
    place_peers(tokens, phrases, people, home)
    dates = dates_by_sentence(tokens, text)
    telling = read_encounters(
        Story(tokens, phrases, people, blocks, text, dates, home, _year(source, published))
    )
    scene = Scene(tokens, phrases, people, blocks, text, source, published, dates, telling, lands)
    prepare(scene)
    assumed = _assumed(scene)
    settings = read_settings(scene, home)
    places = {
        i: s.place.country
        for i, s in enumerate(settings)
        if s.place is not None
        and s.place.country
        and not (s.place.country != home and is_seat(s.place.value))
    }
    inferred_countries(
        people,
        telling.encounters,
        places,
        home,
        main_organisation(phrases),
        named_pair(tokens, phrases, home),
        scene.visited,
    )
    if _assumed(scene) != assumed:
        settings = read_settings(scene, home)
    take_sides(telling.encounters, people, settings, home, scene.visited, lands)
    read_occasions(scene, settings)
    settle_roles(telling.encounters, people)
    statements = find_statements(text, sentences, tokens.sentences_with(SPEECH))
    return assemble(surface, scene, settings, ceremonies, statements)


def _year(source: SourceReading, published: datetime.date | None) -> int | None:
    """The year in which the article was written."""
    if published is not None:
        return published.year
    return int(source.date.value[:4]) if source.date is not None else None


def _assumed(scene: Scene) -> tuple[list[str | None], list[bool]]:
    """What settings are read from that is still being found out: countries, and what is planned."""
    return [person.country for person in scene.people], [e.planned for e in scene.telling.encounters]
