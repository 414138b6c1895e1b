"""Whom an outlet cites, in the words of agencies from Baku to Lima, and what is no such thing."""

from __future__ import annotations

import pytest

from tests.store.reading.sources import examples, source_of


def words(value: str) -> set[str]:
    return set(value.lower().replace("'s", "").replace(",", " ").split()) - {"of", "the", "for", "and"}


@pytest.mark.parametrize(("text", "whom"), examples("attribution"))
def test_the_one_who_is_cited(text: str, whom: str) -> None:
    read = source_of(f"Minister meets envoy\n\n{text}\n\nThe guest then left for the airport.").attributed_to
    assert (read is None) == (not whom)
    if read is None:
        return
    said, gold = words(read.value), words(whom)
    assert len(said & gold) / len(said | gold) >= 0.75, read.value


NOBODY = [
    "The Minister received the envoy at the Ministry of Defense and thanked him for his visit to Baku.",
    "According to the agreement, which the ministers signed, two hundred officers will be trained.",
    "According to the plan, the Ministry of Defence will open a school in the south of the country.",
    "According to official figures, trade between the two countries has doubled over five years.",
    "More than 1,500 servicemen have attended Turkish schools, according to the ministry's figures.",
    "According to him, the two armies have trained side by side for many years, and will go on.",
    "According to General Hendrik Maas, the drill of the autumn will be the largest of the decade.",
    "According to the Constitution, the President is the commander-in-chief of the armed forces.",
    "According to sources in the ministry, the envoy will leave, but nobody would confirm this.",
    "The Chief of the General Staff said that the army is ready to help, and thanked his guest.",
    "Foreign Minister Ana Kovač said in a statement that her country would stand by its friends.",
    "“We will not forget,” said the Minister of Defence, who laid a wreath at the memorial.",
    "He said the Ministry of Defence would buy two ships, and that the parliament would vote on it.",
    "The Minister stressed that the General Staff and the Land Forces have trained together for years.",
    "The delegation of the Ministry of Defence visited the barracks and said goodbye to the soldiers.",
    "The Army Chief said the visit would open a new page, and invited his counterpart to Accra.",
    "Opposition MP Nino Beridze told Civil.ge that photographs with allies are not a policy.",
    "A taxi driver, whose brother serves in the army, told ENA that families had been waiting.",
    "A joint statement of the Foreign Ministers was read out after the talks in the palace.",
    "They issued a joint statement on the peace process, and the press was told nothing of it.",
    "The ambassador thanked the Ministry of Culture for the exhibition, which he called a bridge.",
    "The convoy went via the Office of the Governor to the airport, where a plane was waiting.",
    "The training was provided by the Navy, and the boats by the company that built the harbour.",
]


@pytest.mark.parametrize("text", NOBODY, ids=[text[:50] for text in NOBODY])
def test_people_agreements_and_figures_are_not_cited(text: str) -> None:
    read = source_of(f"Minister meets envoy\n\n{text}\n\nThe guest then left for the airport.").attributed_to
    assert read is None


@pytest.mark.parametrize(("text", "whom"), examples("ministry"))
def test_the_ministry_is_the_one_that_is_named_elsewhere(text: str, whom: str) -> None:
    read = source_of(text).attributed_to
    assert read is not None
    assert read.value == whom


def test_a_ministrys_own_page_does_not_cite_itself() -> None:
    text = (
        "Press release\n\nFrom: Ministry of Defence\n\n"
        "The ministers met on Tuesday, the Ministry of Defence said in a release."
    )
    read = source_of(text)
    assert read.outlet is not None
    assert read.attributed_to is None


def test_the_last_words_may_name_the_source() -> None:
    text = "Minister meets envoy\n\nThe Minister received the envoy on Monday. Source: Ministry of Defence"
    read = source_of(text).attributed_to
    assert read is not None
    assert read.value == "Ministry of Defence"
