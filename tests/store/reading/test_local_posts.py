"""Who governs a town or region, who bears an honour, and posts given by their letters."""

from __future__ import annotations

from store.model import Article, Official
from store.reading.pipeline import read_article


def officials_of(text: str) -> dict[str, Official]:
    """The officials of a text by name."""
    return {official.name: official for official in read_article(Article("x", text, "2025-02-04")).officials}


def test_a_governor_is_of_the_country_of_the_town() -> None:
    found = officials_of(
        "DJIBOUTI - The Mayor of Kazan Ilsur Metin met the Akim of Almaty Yerbol Dosan on Monday."
        " The Governor of Samarkand region Erkin Turdi was there."
    )
    countries = {name: official.country and official.country.value for name, official in found.items()}
    assert countries == {"Ilsur Metin": "RU", "Yerbol Dosan": "KZ", "Erkin Turdi": "UZ"}


def test_a_grand_chief_is_no_chief() -> None:
    found = officials_of(
        "Governor-General Grand Chief Sir Paul Ato received Foreign Minister Dame Carol Ila."
    )
    assert [post.title for post in found["Paul Ato"].posts] == ["Governor-General"]


def test_a_post_given_only_by_letters_is_as_printed() -> None:
    found = officials_of(
        "The Chief of Defence Staff (CDS), Gen. Musa Bala, spoke of former CDS, Gen. Leo Obi."
    )
    assert [post.title for post in found["Leo Obi"].posts] == ["former CDS"]
    assert [post.title for post in found["Musa Bala"].posts] == ["Chief of Defence Staff"]


def test_a_street_or_range_named_after_somebody_is_nobody() -> None:
    found = officials_of(
        "Defence Minister Max Roth visited the General Jonas Vyt Training Area and the Captain Jan Rys Range"
        " before a call at the Office of the Prime Minister on Dave Chander Drive."
    )
    assert list(found) == ["Max Roth"]


def test_the_bearer_of_a_message_and_its_sender_are_of_one_country() -> None:
    found = officials_of(
        "ALGIERS - President Ali Benf received the Mauritanian Minister of Foreign Affairs, Mr. Ahmed Jiddou,"
        " bearer of a message from President Mohamed Ould Sidi."
    )
    country = found["Mohamed Ould Sidi"].country
    assert country is not None
    assert country.value == "MR"
