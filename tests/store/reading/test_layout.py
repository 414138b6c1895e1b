"""The lines of a page put together into blocks, and what each is to the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.layout import BlockKind, find_blocks

PROSE = (
    "The Minister of National Defence of Peru, Inés Quiroga Valle, "
    "received the Ambassador of Chile in Lima on Tuesday."
)
KINDS = (
    (PROSE, "body"),
    ("Minister meets Ambassador of Chile", "headline"),
    ("PRESS RELEASE", "headline"),
    ("MINISTRY", "headline"),
    ("Politics", "noise"),
    ("12", "noise"),
    ("Share on Facebook", "noise"),
    ("All rights reserved. © 2024 Agencia Andina", "noise"),
    ("https://example.org/news/123", "noise"),
    ("Font size: A+ A-", "noise"),
    ("3 min read", "noise"),
    ("Subscribe to our newsletter", "noise"),
    ("Photo: Ministry of Defence", "caption"),
    ("The two ministers shake hands. (Photo by Rina Okafor)", "caption"),
    ("General Sato (left) with Admiral Lindqvist (right)", "caption"),
    ("• Deputy Minister of Finance Kofi Mensah-Addo", "row"),
    ("1. Opening of the session", "row"),
    ("10:30 Talks with the President", "row"),
    ("– Brigadier General Anders Holm, Norway", "row"),
    ("MINISTER QUIROGA: Thank you all for coming.", "speech"),
    ("Q: Will there be another round?", "speech"),
    ("For further information: press@example.org", "contact"),
    ("Tel: +51 1 555 0100", "contact"),
    ("Tags: Quiroga, Lima, Navy", "related"),
    ("#Lima #Santiago #Navy", "related"),
    ("About the author", "noise"),
    ("Rosa Etcheverry is a senior reporter covering the navy. She joined the paper last year.", "noise"),
)


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_a_line_is_told_by_its_words(line: str, kind: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    (block,) = [b for b in find_blocks(text) if text[b.start : b.end] == line and b.start == len(PROSE) + 2]
    assert block.kind == kind


def test_a_long_paragraph_is_prose_whatever_word_is_in_it() -> None:
    text = (
        "In the declaration that both sides signed, they noted that they would share this experience, follow"
        " us in"
        " every respect, and publish a newsletter and a photo gallery about the joint exercises of the two"
        " navies."
    )
    assert [block.kind for block in find_blocks(text)] == [BlockKind.BODY]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The Minister of National Defence of Peru, Inés Quiroga\n"
        "Valle, received on Tuesday the Ambassador of Chile, with\n"
        "whom she spoke about exercises of the two navies in the\n"
        "south of the ocean.\n\nThe ambassador thanked her."
    )
    blocks = find_blocks(text)
    assert [text[b.start : b.end].count("\n") for b in blocks] == [3, 0]
    assert text[blocks[0].start : blocks[0].end].startswith("The Minister")


def test_unwrapped_lines_stay_apart() -> None:
    text = f"{PROSE}\nMinister meets Ambassador\n{PROSE}"
    assert [text[b.start : b.end] for b in find_blocks(text)] == text.split("\n")


def test_links_to_other_articles_are_set_apart_and_end_with_prose() -> None:
    links = "Read also:\nMinister opens exhibition of ships\nArmy chief visits the north\n"
    after = (
        "The ambassador thanked the minister for the welcome, and both sides agreed to meet again in"
        " Santiago next"
        " year, where the ministers of the neighbouring countries are going to be present as well."
    )
    blocks = find_blocks(f"{PROSE}\n{links}{after}")
    assert [block.kind for block in blocks] == ["body", "related", "related", "related", "body"]


@given(
    st.lists(st.sampled_from([*(line for line, _ in KINDS), "", " ", "\t", "x", "Read also:"]), max_size=30)
)
def test_blocks_are_in_order_apart_and_trimmed(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = 0
    for block in find_blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end
    assert " ".join(text[b.start : b.end] for b in find_blocks(text)).split() == text.split()


def test_a_long_line_that_breaks_off_within_a_name_goes_on() -> None:
    text = (
        "LIMA, March 12 -- General Hugo Ticona, vice chairman of the commission of the state, met with"
        " General Said\n"
        "Vihmaneg, chief of staff of the Estonian army, in the Round Building on Wednesday."
    )
    assert len(find_blocks(text)) == 1
    row = (
        "Arto Vihmanegaard Tammelinn Karlsson, Minister of Defence of the Republic of Estonia, Major General"
    )
    assert len(find_blocks(f"{row}\n{row}")) == 2


def test_a_line_that_ends_in_a_particle_of_a_name_goes_on() -> None:
    text = (
        "TALLINN, March 12: Colonel Sheikh Omar bin Saif Al\n"
        "Vihmani, chief of staff, met the Minister of Defence on Wednesday."
    )
    assert len(find_blocks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lima, May 3 (ANP).- Foreign Minister Jorge\nQuiroga Valle received the Ambassador of Chile.",
        "For his part, the Minister of Finance, Dr. Jorge Luis\nValle, opened the talks in Lima on Tuesday.",
    ],
)
def test_a_name_broken_over_two_lines_is_one_paragraph(text: str) -> None:
    assert len(find_blocks(text)) == 1


def test_a_headline_is_not_joined_to_the_paragraph_under_it() -> None:
    assert len(find_blocks("President Quiroga receives Chilean Foreign Minister Luis Valle\n" + PROSE)) == 2


@pytest.mark.parametrize(
    "broken",
    [
        "The outgoing\nDefence Adviser\nto the High Commission, Colonel Rina Okafor, paid a call on him.",
        "Foreign Minister\nJorge Valle\nheld talks with his guest in the evening.",
        "Mr Valle came with the head of the Royal Chilean\nNavy\n, who spoke about the training of divers.",
        "The two ministers spoke in Lima about pilots, divers and the Port\nAuthority of the region.",
        "They spoke. Later on Friday he had separate talks with General Jai\nSingh Okafor of Kenya there.",
    ],
)
def test_a_link_on_a_line_of_its_own_belongs_to_its_sentence(broken: str) -> None:
    text = f"{PROSE}\n\n{broken}\n\n{PROSE}"
    assert len(find_blocks(text)) == 3


def test_one_link_to_another_article_leaves_the_short_paragraph_after_it() -> None:
    text = f"{PROSE}\n\nRead also: Bus strike goes on today\n\nThey spoke about the training of divers."
    assert [block.kind for block in find_blocks(text)] == ["body", "related", "body"]


def test_what_readers_wrote_below_is_no_part_of_the_article() -> None:
    text = f"{PROSE}\n\nComments (2)\n\nRina O.\n\nThe general should have gone to the border instead."
    assert {block.kind for block in find_blocks(text)[1:]} == {"related"}


def test_a_table_of_one_column_is_read_as_lines() -> None:
    text = f"| {PROSE} |\n| {PROSE} |"
    assert [text[b.start : b.end] for b in find_blocks(text)] == [PROSE, PROSE]
