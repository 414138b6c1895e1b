"""Every post and name of an article, each name with what stands around it."""

from __future__ import annotations

from itertools import pairwise

from store.lexicon.grammar import grammar_words
from store.reading.after_names import look_right
from store.reading.further_names import with_repeated, with_surnames
from store.reading.gazetteer import Hit
from store.reading.layout import Block
from store.reading.look_left import look_left
from store.reading.mentions import Mention, Phrases
from store.reading.names import NameRun, find_names
from store.reading.offices import posts_of_lines, posts_taken
from store.reading.posts import PostPhrase, find_posts
from store.reading.served import set_apart
from store.reading.signs import OFFICE
from store.reading.tokens import Tokens


def find_mentions(tokens: Tokens, hits: list[Hit | None], blocks: list[Block]) -> Phrases:
    """Every post and every candidate name with its surroundings."""
    total = len(tokens)
    post_at: list[PostPhrase | None] = [None] * total
    taken = [False] * total
    posts: list[PostPhrase] = []
    runs: list[tuple[NameRun, int]] = []
    for number, (first, last, _) in enumerate(tokens.sentences):
        told = tokens.sentence_marks[number] & OFFICE
        for post in find_posts(tokens, hits, first, last) if told else ():
            posts.append(post)
            post_at[post.first : post.last] = [post] * (post.last - post.first)
            taken[post.first : post.last] = [True] * (post.last - post.first)
        runs.extend((run, number) for run in find_names(tokens, hits, taken, first, last))
    runs = with_surnames(tokens, hits, taken, with_repeated(tokens, runs))
    mentions = [Mention(run.first, run.last, number, doubtful=run.doubtful) for run, number in runs]
    mention_at: list[Mention | None] = [None] * total
    for mention in mentions:
        mention_at[mention.first : mention.last] = [mention] * (mention.last - mention.first)
    phrases = Phrases(hits, posts, post_at, mentions, mention_at)
    words = grammar_words()
    owned: set[int] = set()
    for mention in mentions:
        set_apart(tokens, phrases, mention, owned)
    for mention in mentions:
        if mention.served:
            continue
        first, last, _ = tokens.sentences[mention.sentence]
        look_left(tokens, phrases, mention, first, owned, words)
    for mention in mentions:
        if mention.served:
            continue
        first, last, _block = tokens.sentences[mention.sentence]
        look_right(tokens, phrases, mention, last, owned, words)
    _forget_firms(tokens, phrases)
    posts_of_lines(tokens, phrases, blocks, owned)
    posts_taken(tokens, phrases, owned)
    phrases.phrase_at = [None] * total
    for mention in mentions:
        phrases.phrase_at[max(mention.left, tokens.sentences[mention.sentence][0])] = mention
    return phrases


_OF_A_FIRM = frozenset("president chairman chairwoman chairperson executive officer ceo director".split())


def _forget_firms(tokens: Tokens, phrases: Phrases) -> None:
    """``Toyo Motor president Hiroshi Ono``: capitals right before a post in small letters are a firm's."""
    firms = []
    for before, after in pairwise(phrases.mentions):
        post = phrases.post_at[before.last] if before.last < len(tokens) else None
        if (
            post is not None
            and post in after.posts
            and post.first == before.last
            and post.last == after.first
            and not tokens.cap[post.first]
            and post.head.split()[-1] in _OF_A_FIRM
            and not (before.posts or before.rank or before.honorific or before.counterpart)
        ):
            firms.append(before)
    for firm in firms:
        phrases.mention_at[firm.first : firm.last] = [None] * (firm.last - firm.first)
    if firms:
        kept = [mention for mention in phrases.mentions if phrases.mention_at[mention.first] is mention]
        phrases.mentions[:] = kept
