"""Signs that YAML takes for others than people do are told on their row, with a mend that mends."""

import pytest

from scripts.common.yaml_lines import parse_yaml

NBSP = "\u00a0"


def told(text):
    return [f"{each.line}: {each.what} – {each.fix}" for each in parse_yaml(text, "a.yml")[1]]


def data(text):
    parsed, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return parsed.data


_SPACE = "another sign than a space (no-break space, U+00A0)"
_KEYLESS = "a row is no key with a value – write a key, a colon, a space and the value on one row"
_ITEM = "the row begins with –, which begins no item of a list (en dash, U+2013)"
_FIRST = "the first row is indented, and others are not – take the spaces in front of it away"
_ESCAPE = r'a \ within " and " makes another sign of what stands behind it – write \\ for it'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"title:{NBSP}Lønn\nid: a\n",
            f'1: behind "title:" stands {_SPACE} – write the space anew: title: Lønn',
        ),
        (
            f"- id: a\n  text:\n    no:{NBSP}fra\n    en: from\n",
            f'3: behind "no:" stands {_SPACE} – write the space anew: no: fra',
        ),
        (
            "title:\u200bLønn\nid: a\n",
            '1: behind "title:" stands another sign than a space (zero width space, U+200B)'
            " – write the space anew: title: Lønn",
        ),
        (
            "title = Lønn\nid: a\n",
            '1: behind the key "title" stands no colon – write title: Lønn',
        ),
        (
            "title： Lønn\nid: a\n",
            '1: behind the key "title" stands no colon – write title: Lønn',
        ),
        (
            "- text:\n    no = fra\n    en: from\n",
            '2: behind the key "no" stands no colon – write no: fra',
        ),
        (
            f"- id: a\n{NBSP}{NBSP}b: c\n",
            f"2: the row is indented by {_SPACE} – indent it anew, by spaces",
        ),
        (f"- a\n-{NBSP}b\n- c\n", f"2: behind - stands {_SPACE} – write the space anew"),
        ("– id: x\n  a: b\n", f"1: {_ITEM} – begin it with - (a hyphen) and a space"),
        ("- id: y\n– id: x\n  a: b\n", f"2: {_ITEM} – begin it with - (a hyphen) and a space"),
        ("a:\n  - b\n  – c\n  - d\n", f"3: {_ITEM} – begin it with - (a hyphen) and a space"),
        ("title Lønn\nid: a\n", f"1: {_KEYLESS}"),
        ("a: b\nkind concept\nc: d\n", f"2: {_KEYLESS}"),
        (" title: Lønn\nid: a\n", f"1: {_FIRST}"),
        ("# of it\n  title: Lønn\nid: a\n", f"2: {_FIRST}"),
        ('id: a\ntitle: "Lønn \\og vilkår"\n', f"2: {_ESCAPE}"),
        ('title: "Lønn \\user"\n', f"1: {_ESCAPE}"),
        (
            "title: [Lønn] og vilkår\nid: a\n",
            "1: a value begins with [, which begins a list, and goes on behind ]"
            " – put the whole value in quotation marks",
        ),
        (
            "a: b\ntitle: {Lønn} nå\n",
            "2: a value begins with {, which begins a set of keys, and goes on behind }"
            " – put the whole value in quotation marks",
        ),
        (
            "title: - Lønn\n",
            "1: a value begins with -, which begins an item of a list"
            " – put a text in quotation marks, and begin a list on the row below",
        ),
        (
            "sources: [@krogh-cgil]\n",
            '1: "@krogh-cgil" begins with @, as in the text of a page'
            " – take the @ away: here the id of the source stands alone",
        ),
        (
            "sources:\n  - one\n  - @krogh-cgil\n",
            '3: "@krogh-cgil" begins with @, as in the text of a page'
            " – take the @ away: here the id of the source stands alone",
        ),
        (
            "title: @Fagforbundet\n",
            "1: a value begins with a sign that means something else"
            " – put the value in quotation marks",
        ),
        (
            "title: ? Lønn\n",
            "1: a value begins with a sign that means something else"
            " – put the value in quotation marks",
        ),
    ],
)
def test_a_fault_is_told_on_the_row_that_brings_it_about(text, said):
    line, rest = said.split(": ", 1)
    assert told(text) == [f"{line}: YAML cannot be read: {rest}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"text:\n    no: a\n{NBSP * 4}en: b\n",
            f'3: the key "en" is indented by {_SPACE} – indent it anew, by spaces',
        ),
        ("nav:\n  – a.md\n  - b.md\n", f"2: {_ITEM} – begin it with - (a hyphen) and a space"),
        ('a: "C:\\temp"\n', r'1: "\t" is read as another sign, and lost – write \\t'),
        ('a: "se C:\\new"\n', r'1: "\n" is read as another sign, and lost – write \\n'),
        ('a: "\\\\\\\\tjener\\ny"\n', r'1: "\n" is read as another sign, and lost – write \\n'),
        ('a: "x\n  C:\\bin"\n', r'2: "\b" is read as another sign, and lost – write \\b'),
        (
            "title: ! Lønn nå\n",
            '1: "!" at the beginning of a value is read as a sign of YAML, and lost'
            " – put the value in quotation marks",
        ),
        (
            "- a\n- !\n",
            '2: "!" at the beginning of a value is read as a sign of YAML, and lost'
            " – put the value in quotation marks",
        ),
    ],
)
def test_what_yaml_takes_for_another_sign_without_a_word_is_told(text, said):
    assert told(text) == [said]


def test_a_value_behind_a_lost_sign_is_whole():
    assert parse_yaml("title: ! Lønn nå\n", "a.yml")[0].data == {"title": "! Lønn nå"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"C:\\temp"', r"C:\temp"),
        (r'"Lønn \\og vilkår"', r"Lønn \og vilkår"),
        ('"! Lønn nå"', "! Lønn nå"),
        ('"[Lønn] og vilkår"', "[Lønn] og vilkår"),
        ('"- Lønn"', "- Lønn"),
        ("\n  - a", ["a"]),
        (r'"a\nb"', "a\nb"),
        (r'"a \"b\" \u2013 c"', 'a "b" – c'),
        ("– og så", "– og så"),
        ("|\n    – a\n    – b\n", "– a\n– b\n"),
        ("a = b", "a = b"),
        ("Lønn! Nå", "Lønn! Nå"),
    ],
)
def test_what_is_mended_so_or_meant_is_left_in_peace(text, value):
    assert data(f"title: {text}\n")["title"] == value


def test_more_of_a_value_is_no_row_that_lacks_its_colon():
    assert "is no key" not in told("a: b\n  c\n  d: e\n")[0]
