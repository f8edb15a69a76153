"""Markdown read far enough to be checked, and as Python-Markdown reads it."""

import re

import markdown
import pytest

from scripts.content.markdown import headings, links, mask_code, sections


def rendered_headings(text):
    """Level, id and text of each heading in the page that readers get."""
    html = markdown.markdown(text, extensions=["attr_list", "fenced_code", "md_in_html"])
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    found = re.findall(r"<h([1-6])([^>]*)>(.*?)</h\1>", html, flags=re.DOTALL)
    names = [re.search(r'id="([^"]*)"', attributes) for _, attributes, _ in found]
    return [
        (int(level), name.group(1) if name else "", title)
        for (level, _, title), name in zip(found, names, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Tittel { #name }\n\nTekst.\n", id="with-anchor"),
        pytest.param("## Tittel {: #name .editorial }\n", id="with-colon"),
        pytest.param("## Tittel {#name}\n", id="without-spaces"),
        pytest.param("## Tittel\n\n### Under { #under }\n", id="without-anchor"),
        pytest.param("Tekst.\n## Tittel { #name }\nMer.\n", id="within-a-paragraph"),
        pytest.param("## Tittel { #name } ##\n", id="closed-with-anchor"),
        pytest.param("##Tittel\n", id="without-space"),
        pytest.param("Tittel\n------\n\nTekst.\n", id="underlined"),
        pytest.param("> ## Tittel { #name }\n", id="in-a-quotation"),
        pytest.param("- ## Tittel { #name }\n", id="in-an-item"),
        pytest.param("> Tittel { #name }\n> ===\n", id="underlined-in-a-quotation"),
        pytest.param("## Tittel { #name }\nUnder\n---\n", id="underlined-below-another"),
        pytest.param("En linje\nog en til\n---\n", id="rule-below-two-lines"),
        pytest.param("```\n## Kode { #code }\n```\n", id="in-fence"),
        pytest.param("~~~ text\n## Kode\n~~~\n", id="in-tildes"),
        pytest.param("    ## Kode\n", id="indented"),
        pytest.param("Skriv `## Kode` slik.\n", id="in-code"),
        pytest.param("<!-- ## Borte { #gone } -->\n", id="in-comment"),
        pytest.param("<!--\n\n## Borte { #gone }\n\n-->\n\n## Her { #here }\n", id="after-comment"),
        pytest.param("En `a` b.\n\n## Tittel { #name }\n\nEn `c` d.\n", id="between-code"),
        pytest.param("Et ` tegn.\n\n## Tittel { #name }\n\nEt ` til.\n", id="between-stray-ticks"),
    ],
)
def test_headings_are_those_that_readers_see(text):
    found = [(heading.level, heading.anchor, heading.text) for heading in headings(text)]
    assert found == rendered_headings(text)


def test_heading_has_its_classes_and_its_line_in_the_file():
    (heading,) = headings("Tekst.\n\n## Tittel { #name .editorial .wide }\n", first_line=9)
    assert (heading.classes, heading.line) == ({"editorial", "wide"}, 11)


@pytest.mark.parametrize(
    "text",
    [
        "a `kode` b",
        "a ``kode med ` i`` b",
        "```\nkode\n\nmer\n```\netter",
        "~~~ yaml\n# kode\n~~~\n",
        "a <!-- skjult\nover linjer --> b",
    ],
)
def test_code_is_blanked_with_every_line_and_offset_kept(text):
    masked = mask_code(text)
    assert len(masked) == len(text)
    assert [i for i, char in enumerate(masked) if char == "\n"] == [
        i for i, char in enumerate(text) if char == "\n"
    ]
    for word in ("kode", "skjult", "mer", "over"):
        assert word not in masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (r"a \`<b>x</b>\` b", r"a \`<b>x</b>\` b"),
        (r"a \``x`\` b", r"a \`   \` b"),
        (r"a \\`x` b", r"a \\    b"),
        (r"a `x\` b", "a      b"),
        (r"a \<!-- b -->", r"a \<!-- b -->"),
    ],
)
def test_a_sign_behind_a_backslash_opens_no_code(text, masked):
    assert mask_code(text) == masked


@pytest.mark.parametrize("text", ["a ` b", "`` a ` b", "```\naldri lukket\n", "a <!-- b"])
def test_code_that_is_never_closed_hides_nothing(text):
    assert mask_code(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[x](https://example.org/a_(b))", id="in-pairs"),
        pytest.param("[x](https://example.org/a_((b)c)d) og [y](c.md)", id="in-pairs-in-pairs"),
        pytest.param('([x](https://example.org/a_(b) "T")) og ([y](c.md))', id="and-around"),
    ],
)
def test_an_address_with_brackets_is_the_one_that_readers_are_led_to(text):
    led_to = re.findall(r'href="([^"]*)"', markdown.markdown(text))
    assert [link.target for link in links(text)] == led_to


def test_a_bracket_alone_stays_in_the_address_so_that_it_is_told():
    assert [link.target for link in links("[x](https://example.org/a_(b)")] == [
        "https://example.org/a_(b"
    ]


LINKED = """\
[En](a.md), ![bilde](b.png "Tittel") og [med *form*{ lang=en }](c.md#d).

`[kode](no.md)` og \\[ikke](no.md)

[Tall [1]](e.md) <https://www.example.no> [to](f.md) [tre](<g.md>)
"""


def test_links_and_pictures_are_found_with_their_targets_and_lines():
    found = [(link.target, link.image, link.line) for link in links(LINKED, first_line=5)]
    assert found == [
        ("a.md", False, 5),
        ("b.png", True, 5),
        ("c.md#d", False, 5),
        ("e.md", False, 9),
        ("f.md", False, 9),
        ("g.md", False, 9),
    ]
    assert links("[med *form*](c.md)")[0].text == "med *form*"


CUT = """\
Ingress.

## Våre råd { #advice .editorial }

Råd.

### Verksted { #workshop }

Minutter.

## Kildene { #documented }

Funn.

### Mer { #more .editorial }

#### Dypere { #deeper }

## Slutt { #end }
"""


def test_section_below_an_editorial_heading_is_editorial_until_the_level_ends():
    assert [(section.anchor, section.editorial) for section in sections(CUT)] == [
        ("", False),
        ("advice", True),
        ("workshop", True),
        ("documented", False),
        ("more", True),
        ("deeper", True),
        ("end", False),
    ]


def test_sections_hold_all_the_text_between_the_headings():
    found = sections(CUT, first_line=10)
    assert [(section.text.strip(), section.line) for section in found[:3]] == [
        ("Ingress.", 10),
        ("Råd.", 12),
        ("Minutter.", 16),
    ]


def test_text_without_headings_is_one_section():
    (section,) = sections("Bare tekst.\n")
    assert (section.anchor, section.text) == ("", "Bare tekst.\n")
