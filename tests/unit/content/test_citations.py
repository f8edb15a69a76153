"""The grammar of citations: what is one, what is not, and what is malformed."""

import pytest

from scripts.content.citations import Cite, find_citations


def cited(text):
    """The ids and places cited in a text that has nothing malformed."""
    found = find_citations(text)
    assert [citation.fault for citation in found if citation.fault] == []
    return [(cite.id, cite.locator) for citation in found for cite in citation.cites]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tekst [@imtec-mkm].", [("imtec-mkm", "")]),
        ("Tekst [@fb-2008-5-13, s. 13].", [("fb-2008-5-13", "s. 13")]),
        ("Tekst [@one, s. 3, 4; @two].", [("one", "s. 3, 4"), ("two", "")]),
        ("Tekst [ @one ;@two,  kap. 2 ].", [("one", ""), ("two", "kap. 2")]),
        ("Tekst [@one][@two].", [("one", ""), ("two", "")]),
        ("Ifølge @imtec-mkm er det slik.", [("imtec-mkm", "")]),
        ("(se @imtec-mkm)", [("imtec-mkm", "")]),
        ("@imtec-mkm, sier de.", [("imtec-mkm", "")]),
        ("Vår vurdering [@editorial].", [("editorial", "")]),
        ("- [x] Spør, står det [@one]", [("one", "")]),
        ("| a | b [@one] |", [("one", "")]),
        ("[*Tittel*](a.md) er lest [@one].", [("one", "")]),
        ("> Sitat. [@one] [@own-translation]", [("one", ""), ("own-translation", "")]),
    ],
)
def test_citation_is_read_with_its_sources_and_places(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Skriv til post@example.no.",
        "Skriv til <post@example.no>.",
        "Skriv til [oss](mailto:post@example.no).",
        "Skriv til [post@example.no](mailto:post@example.no).",
        "Se [profilen](https://www.example.no/@navn).",
        "Se [@navn](https://www.example.no/navn).",
        "![Bilde @ kontoret](a.png)",
        "Se https://www.example.no/@navn her.",
        "Skriv \\[@id] og \\@id.",
        "3 stk. @ 5 kr",
        "[lenke](a.md) og [ ] boks",
    ],
)
def test_address_or_link_with_an_at_sign_is_no_citation(text):
    assert not find_citations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skriv `[@id]` eller ``@id``.",
        "```\n[@id]\n```\n",
        "~~~ markdown\nTekst [@id, s. 3] og @id.\n~~~\n",
        "<!-- [@id] er tatt bort -->",
    ],
)
def test_code_is_left_alone(text):
    assert not find_citations(text)


def test_stray_backticks_in_two_paragraphs_do_not_hide_the_citations_between():
    assert cited("Et ` tegn.\n\nTekst [@one].\n\nEt ` til.\n") == [("one", "")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[se @one]", '"se @one" is not "@id" or "@id, locator"'),
        ("[@one s. 13]", '"@one s. 13" is not "@id" or "@id, locator"'),
        ("[-@one]", '"-@one" is not "@id" or "@id, locator"'),
        ("[@one, @two]", '"@one, @two" is not "@id" or "@id, locator"'),
        ("[@one;]", '"" is not "@id" or "@id, locator"'),
        ("[@one, ]", '"@one," is not "@id" or "@id, locator"'),
        ("[@]", '"@" is not "@id" or "@id, locator"'),
        ("[@one", "the bracket is not closed"),
        ("[@one,\ns. 13]", "the bracket is not closed"),
    ],
)
def test_malformed_citation_says_what_cannot_be_read(text, fault):
    assert [citation.fault for citation in find_citations(f"Tekst {text}")] == [fault]


def test_citations_are_in_order_with_their_lines_and_offsets():
    text = "Ifølge @one er\ndet slik [@two].\n\nOg [@three]\n"
    found = find_citations(text, first_line=8)
    assert [(text[each.start : each.end], each.line, each.in_text) for each in found] == [
        ("@one", 8, True),
        ("[@two]", 9, False),
        ("[@three]", 11, False),
    ]


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("s. 13", "p. 13"),
        ("side 13", "page 13"),
        ("side 13", "p. 13"),
        ("s. 13–15", "pp. 13–15"),
        ("kap. 2", "ch. 2"),
        ("avsn. 4", "para. 4"),
    ],
)
def test_place_is_the_same_in_both_languages(norwegian, english):
    assert Cite("one", norwegian).key == Cite("one", english).key


@pytest.mark.parametrize(
    "other", [Cite("one", "p. 14"), Cite("one", "ch. 13"), Cite("one"), Cite("two", "p. 13")]
)
def test_another_place_or_source_is_not_the_same(other):
    assert Cite("one", "s. 13").key != other.key
