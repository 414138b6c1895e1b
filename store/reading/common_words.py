"""Small words that several rooms look for, each list once."""

from __future__ import annotations

LINKS = frozenset(("of", "for", "to", "on", "at", "in", "with"))  # after the head of a post
DETERMINERS = frozenset(("the", "his", "her", "its", "their", "all"))  # before a body or a country
CREDENTIALS = frozenset(("credence", "credentials"))  # of envoys who come, not of one's own
TALKS = frozenset("meeting talks negotiations discussions consultations dialogue".split())
MANY_PEERS = frozenset("counterparts peers colleagues homologues".split())
PEERS = MANY_PEERS | {word[:-1] for word in MANY_PEERS}  # of whoever holds the same post elsewhere
PROGRAMMES = frozenset("programme program schedule itinerary agenda".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
BULLETS = frozenset("-–—•·*▪►●")  # before an entry of a list
