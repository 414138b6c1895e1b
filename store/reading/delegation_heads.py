"""Who led a delegation, told later: ``The team was led by X``, ``The head of the delegation, X``."""

from __future__ import annotations

from store.reading.groups import add_listed
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Encounter, Story

_DELEGATIONS = frozenset("delegation team group party contingent mission entourage".split())
_OF_DELEGATIONS = mark_of(_DELEGATIONS)
_LED = frozenset("led headed chaired".split())
_LEADS = frozenset("head leader chief leading heading".split())
_NEAR = 3  # sentences
_BETWEEN = 14  # tokens from the delegation to the verb
_TO_NAME = 4  # tokens from there to the name


def name_head(story: Story, number: int, items: list[Item], first: int, last: int) -> bool:
    """Make whoever is said to lead the delegation received last its guest; whether anybody was."""
    if not story.tokens.sentence_marks[number] & _OF_DELEGATIONS:
        return False
    head = _head(story, items, first, last)
    if head is None:
        return False
    person = story.people[head]
    group = story.group
    if group is not None and group.index is None and number - group.sentence <= _NEAR and head != group.host:
        if _of_host(story, person.country, [group.host]):
            return False
        add_listed(story, group, [head], number)
        return True
    known = _received_last(story, number)
    if known is None or head in known.principals or _of_host(story, person.country, known.hosts):
        return False
    (known.guests if known.directed else known.attendees).append(head)
    if person.country is None and len(known.parties) == 1:
        person.country, person.country_rule = next(iter(known.parties)), "country.delegation"
    known.sentences.append(number)
    story.memory.guests = (head,)
    story.memory.everybody = (*known.hosts, *known.attendees, *known.guests)
    return True


def _head(story: Story, items: list[Item], first: int, last: int) -> int | None:
    """The one person named as the head of a delegation that the sentence calls just that."""
    low = story.tokens.low
    for at in range(first, last):
        if low[at] not in _DELEGATIONS:
            continue
        before = low[max(first, at - 5) : at]
        if not _LEADS.isdisjoint(before):
            start = at + 1
        else:
            ahead = range(at + 1, min(last - 1, at + _BETWEEN))
            start = next((i for i in ahead if low[i] in _LED and low[i + 1] == "by"), last) + 2
        near = [i for i in items if i.named and start <= i.first <= start + _TO_NAME and len(i.people) == 1]
        if near and not any(i.named and i.last <= at for i in items):
            return near[0].people[0]
    return None


def _received_last(story: Story, number: int) -> Encounter | None:
    """The encounter spoken of, if those who came to it are not named yet."""
    if not story.current:
        return None
    known = story.telling.encounters[story.current[-1]]
    alone = known.hosts and not known.guests if known.directed else len(known.attendees) == 1
    near = number - known.sentences[-1] <= _NEAR
    return known if alone and near and known.kind == "meeting" and known.parties else None


def _of_host(story: Story, country: str | None, hosts: list[int]) -> bool:
    """Whether the leader is of the country that received: the delegation is another one."""
    return country is not None and any(story.people[h].country == country for h in hosts)
