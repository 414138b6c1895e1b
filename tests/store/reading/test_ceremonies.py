"""Homage and protocol: sites, acts, and whom they commemorate."""

# ruff: noqa: E501 (tables of example sentences)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Article, Role, Span
from store.reading.ceremonies import find_ceremonies, find_honoured_contexts
from store.reading.pipeline import read_article
from tests.store.reading.splitting import sentences

SITES = [
    ("He laid a wreath at the memorial in Pomba.", ["memorial in Pomba"]),
    ("They laid flowers at the memorial plaque on Kosta Street.", ["memorial plaque on Kosta Street"]),
    ("They laid wreaths at the war memorial on Tuesday.", ["war memorial"]),
    ("They laid wreaths at the Victory Monument in Pomba.", ["Victory Monument"]),
    ("They laid a floral offering at the Temple of the Nation, in tribute to the heroes.", ["Temple of the Nation"]),
    ("After an honor guard in the courtyard, the two generals talk about missiles.", ["honor guard"]),
    ("The admiral laid a floral tribute at Patriots Park.", ["Patriots Park"]),
    ("They observed a minute of silence at the Martyrs' Sanctuary.", ["Martyrs' Sanctuary"]),
    ("The group stood among the white headstones of Tawau War Cemetery to remember those who fell.", ["Tawau War Cemetery"]),
    ("The dawn service was led by Chaplain Toa at the Avarua Cenotaph.", ["Avarua Cenotaph"]),
    ("The two ministers laid a wreath at the Monumento a los Pilotos Caídos.", ["Monumento a los Pilotos Caídos"]),
    ("Wreaths were laid at the foot of the Padrão dos Marinheiros.", ["Padrão dos Marinheiros"]),
    ("He laid a wreath at the Border Troops Force (BTF) memorial.", ["Border Troops Force (BTF) memorial"]),
    ("The minister visited the Hanamori National Cemetery to offer flowers.", ["Hanamori National Cemetery"]),
    ("They laid a wreath at Ombwe War Cemetery. The party stopped at the grave of Captain Ivo Sand.", ["Ombwe War Cemetery"]),
    ("They visited the Red Hill Memorial Complex, and laid flowers at the Eternal Fire.", ["Red Hill Memorial Complex"]),
    ("The guests laid flowers at the memorial complex Brown Fortress in the town.", ["memorial complex Brown Fortress"]),
    ("They stood in silence for a minute before the talks.", ["minute of silence"]),
    ("He attended the unveiling of a monument to Polish sappers.", []),
    ("The delegation laid wreaths at the Tomb of the Unknown Soldier and the Monument to the Heroes of Shipka.",
     ["Tomb of the Unknown Soldier", "Monument to the Heroes of Shipka"]),
    ("The minister paid homage at the National Martyrs' Memorial in Savar by placing a wreath.",
     ["National Martyrs' Memorial"]),
    ("General Smith laid a wreath at Yadgar-e-Shuhada. A smartly turned-out contingent presented him a guard of honour.",
     ["Yadgar-e-Shuhada", "guard of honour"]),
    ("He visited Anıtkabir, the mausoleum of Mustafa Kemal Atatürk, and laid a wreath.", ["Anıtkabir"]),
    ("The visitors went to the Raj Ghat, where they laid flowers at the samadhi of Mahatma Gandhi.", ["Raj Ghat"]),
    ("A minute's silence was observed at the start of the session.", ["minute's silence"]),
    ("An official welcoming ceremony was held. The minister inspected the guard of honour.",
     ["official welcoming ceremony"]),
    ("The guests visited the Alley of Martyrs, as well as the Alley of Shehids (Fallen) and Turkish Martyrs' Cemetery.",
     ["Alley of Martyrs", "Alley of Shehids (Fallen)", "Turkish Martyrs' Cemetery"]),
    ("The delegation visited the Heydar Aliyev Center and the Alley of Martyrs, as well as the Mehmetchik monument.",
     ["Alley of Martyrs", "Mehmetchik monument"]),
    ("Vice Admiral Ahmed laid a floral wreath at Shikha Anirban in Dhaka Cantonment.", ["Shikha Anirban"]),
    ("She laid a wreath at Gora Slavy, the monument to those who fell in the war.", ["Gora Slavy"]),
    ("She paid tribute to President Kwame Okoro at his mausoleum.", ["mausoleum of Kwame Okoro"]),
    ("They honoured Kwame Okoro, before whose tomb they laid flowers.", ["tomb of Kwame Okoro"]),
    ("She laid a wreath at the Monument \"Defenders of the North\".", ["Monument \"Defenders of the North\""]),
    ("She laid flowers at the \"Eternal Glory\" monument.", ["\"Eternal Glory\" monument"]),
    ("She laid a wreath at the War Cemetery, next to the statue of Mother Ghana.", ["War Cemetery"]),
    ("Before the tomb of Kwame Okoro, Minister Ola Berg placed a wreath.", ["tomb of Kwame Okoro"]),
    ("She bowed before the portrait of Kwame Okoro.", ["portrait of Kwame Okoro"]),
    ("Minister Kim paid his respects at the Seoul National Cemetery.", ["Seoul National Cemetery"]),
    ("The guests offered incense at the Ho Chi Minh Mausoleum and Bac Son Monument to Heroes and Martyrs.",
     ["Ho Chi Minh Mausoleum", "Bac Son Monument to Heroes and Martyrs"]),
    ("They placed flowers at the graves of Ion Barbu and Dan Popa in Ghencea Military Cemetery.",
     ["Ghencea Military Cemetery"]),
    ("The Secretary joined a wreath-laying ceremony at the Tomb of the Unknowns in Arlington National Cemetery.",
     ["Tomb of the Unknowns"]),
    ("The Victory Park was visited, where a wreath was laid at the Victory Monument.", ["Victory Monument"]),
    ("Both ministers visited the Khatyn Memorial and laid flowers at the eternal flame.", ["Khatyn Memorial"]),
    ("Both ministers laid flowers at the eternal flame.", ["eternal flame"]),
    ("The general signed the book of condolences at the embassy.", ["book of condolences"]),
    ("The minister was welcomed with a military ceremony.", ["military ceremony"]),
    ("They visited the First Alley of Honor and the Second Alley of Honor.",
     ["First Alley of Honor", "Second Alley of Honor"]),
    ("The guests visited the monument to the Estonian writer Jaan Kross.", ["monument to Jaan Kross"]),
    ("The general laid a wreath at the monument to the Uyghur poet Lutpulla.", ["monument to Lutpulla"]),
    ("The guest paid tribute to King Mehdi Toure at his mausoleum.", ["mausoleum of Mehdi Toure"]),
    ("He honoured the poet Jaan Kask, before whose grave he laid roses.", ["grave of Jaan Kask"]),
    ("Flowers were laid at Amar Jyoti, the monument to those who fell in the war.", ["Amar Jyoti"]),
    ("They laid flowers at the monument “Sons of the Steppe” in Oral.", ["monument “Sons of the Steppe”"]),
    ("She laid a wreath at the Heroes' Cemetery, next to the statue of Mother Iberia.", ["Heroes' Cemetery"]),
]  # fmt: skip

NOTHING = [
    "The admiral toured the Naval Museum and the shipyard.",
    "The restoration of the monument to Shota Rustaveli was discussed.",
    "The opening ceremony of the new hall was attended by the ambassador.",
    "The general presented medals to the officers at a solemn ceremony.",
    "The ministers opened a monument to the victims of the famine.",
    "The president laid a wreath in Warsaw on Tuesday.",
    "The guests had a tour of the wall of the old town and of the tower.",
    "He was received by the Chief of the Honour Guard Battalion.",
    "",
]

HONOURED = [
    ("They laid flowers at the bust of Taras Shevchenko.", ["Taras Shevchenko"]),
    ("They placed flowers at the graves of Marshal Ion Barbu and General Dan Popa in Ghencea Military Cemetery.",
     ["Ion Barbu", "Dan Popa"]),
    ("The guests visited the graves of the National Leader of the people Heydar Aliyev and famous physician, academician "
     "Zarifa Aliyeva in the Alley of Honor.", ["Heydar Aliyev", "Zarifa Aliyeva"]),
    ("Wreaths were laid at the monument to British servicemen in Mirbat.", []),
]  # fmt: skip

CONTEXTS = [
    ("The republic mourns the death of the President of Namibia, Hage G. Geingob, and sends its sympathy to Nangolo Mbumba.",
     "Hage G. Geingob", "Nangolo Mbumba"),
    ("The late ICRC delegate Marcel Monnier will be remembered, Ms Egger said.", "Marcel Monnier", "Egger"),
    ("They paid tribute to Major General Polad Hashimov, who fell in July 2020.", "Polad Hashimov", ""),
    ("Brigadier Swaleh Said and the other officers who perished with him were named by Kahariri.", "Swaleh Said", "Kahariri"),
    ("The ambassador conveyed to President Ruto his condolences on the death of General Ogolla in a crash.", "Ogolla", "Ruto"),
    ("The hall was opened on the 100th anniversary of the birth of Heydar Aliyev by Anar Karimov.", "Heydar Aliyev", "Karimov"),
    ("A concert in memory of Clara Haskil was attended by Alain Berset.", "Clara Haskil", "Berset"),
    ("They observed a minute of silence for Corporal Jan Novák, the host Petr Pavel said.", "Jan Novák", "Petr Pavel"),
    ("The two ministers unveiled a plaque to Raoul Wallenberg.", "Raoul Wallenberg", ""),
    ("The order was posthumously awarded to Sergeant Karim Hasanov.", "Karim Hasanov", ""),
    ("General Ogolla, whose helicopter crashed a year ago, was remembered in prayers.", "Ogolla", ""),
    ("They paid homage to the founder of the republic, Mustafa Kemal Atatürk, at his tomb.", "Mustafa Kemal Atatürk", ""),
    ("The event is held each year on Bernardo O'Higgins's birthday.", "Bernardo O'Higgins", ""),
    ("The two paid tribute to Sergio Vieira de Mello and the other staff who lost their lives.", "Sergio Vieira de Mello", ""),
    ("He paid tribute to the contribution of Secretary Blinken.", "", "Blinken"),
    ("The widow of General Samuel Doe thanked the guests.", "", "Samuel Doe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_sites_and_acts_are_found(text: str, expected: list[str]) -> None:
    assert [hit.site for hit in find_ceremonies(text, sentences(text))] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_ceremony_where_there_is_none(text: str) -> None:
    assert find_ceremonies(text, sentences(text)) == []


@pytest.mark.parametrize(("text", "expected"), HONOURED)
def test_the_persons_honoured_at_a_site(text: str, expected: list[str]) -> None:
    names = [text[a:b] for hit in find_ceremonies(text, sentences(text)) for a, b in hit.honoured]
    assert names == expected


@pytest.mark.parametrize(("text", "inside", "outside"), CONTEXTS)
def test_contexts_hold_the_dead_and_not_the_living(text: str, inside: str, outside: str) -> None:
    stretches = [text[hit.span.start : hit.span.end] for hit in find_honoured_contexts(text, sentences(text))]
    assert not inside or any(inside in stretch for stretch in stretches)
    assert not outside or not any(outside in stretch for stretch in stretches)


def test_a_single_name_on_a_site_is_a_person() -> None:
    text = "Minister of Defence Ola Berg of Norway laid flowers at the monument to the Peruvian poet Vallejo."
    people = read_article(Article("a", text, "2025-03-05")).officials
    assert [p.name for p in people if p.role.value is Role.HONOURED] == ["Vallejo"]


@pytest.mark.parametrize(
    "text",
    ["She laid a wreath at the Memorial to Fallen Peacekeepers.", "The statue of Mother Ghana was cleaned."],
)
def test_groups_and_figures_are_not_commemorated_as_persons(text: str) -> None:
    assert find_honoured_contexts(text) == []


def test_a_homage_in_two_sentences_is_one_row() -> None:
    text = "The guests visited the Alley of Martyrs. They laid flowers at the Alley of Martyrs and observed a minute of silence."
    hits = find_ceremonies(text, sentences(text))
    assert [hit.site for hit in hits] == ["Alley of Martyrs"]
    assert len(hits[0].spans) == 2


WORDS = st.sampled_from(
    ["laid a wreath at the", "Tomb", "of", "Unknown Soldier", ",", "and", "graves", "X Aliyev", "in", "Alley", "Honor", "(", "Martyrs)",
     "where", "visited", "paid tribute to", "late", "who died", ".", "monument", "silence", "guard of honour", "inspected", "\n", "\u0130", "Əli"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    for spans in (sentences(text), [Span(0, len(text))]):
        for hit in find_ceremonies(text, spans):
            assert hit.site.strip()
            for a, b in (*hit.spans, *hit.honoured):
                assert 0 <= a < b <= len(text)
        for context in find_honoured_contexts(text, spans):
            assert 0 <= context.span.start < context.span.end <= len(text)


def test_a_guard_told_of_before_the_welcome_is_part_of_it() -> None:
    text = "Minister Sato reviews the guard of honour. The minister held a welcoming ceremony for the guest."
    assert [hit.site for hit in find_ceremonies(text, sentences(text))] == ["welcoming ceremony"]
