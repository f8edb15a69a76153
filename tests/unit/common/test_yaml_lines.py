"""YAML as editors mean it: `no` is a language, a date is text, a fault has a line."""

import pytest

from scripts.common.yaml_lines import load_yaml, parse_yaml


def data(text):
    parsed, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return parsed.data


def test_no_is_a_key_and_not_false():
    assert data("no: Hei\nen: Hello\n") == {"no": "Hei", "en": "Hello"}


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "on", "off", "y", "n"])
def test_word_that_old_yaml_took_for_true_or_false_stays_text(word):
    assert data(f"a: {word}\n") == {"a": word}


def test_true_and_false_are_not_text():
    assert data("a: true\nb: false\n") == {"a": True, "b": False}


@pytest.mark.parametrize("date", ["2008-05-12", "2001-12-14 21:59:43", "2008-05"])
def test_date_stays_text(date):
    assert data(f"issued: {date}\n") == {"issued": date}


def test_year_is_a_number_unless_it_stands_in_quotation_marks():
    assert data('a: 2007\nb: "2007"\n') == {"a": 2007, "b": "2007"}


TEXT = """\
# A comment above moves everything down.
- id: steinkjer
  name:
    no: Steinkjer
    en: >-
      Steinkjer, on
      two lines
  sources:
    - one

    - two
- id: sorum
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ((0,), 2),
        ((0, "id"), 2),
        ((0, "name"), 3),
        ((0, "name", "en"), 5),
        ((0, "sources"), 8),
        ((0, "sources", 1), 11),
        ((1, "id"), 12),
    ],
)
def test_each_key_and_item_is_found_on_its_line(where, line):
    parsed, _ = parse_yaml(TEXT, "a.yml")
    assert parsed.line(where) == line


def test_place_that_is_missing_is_found_at_its_nearest_parent():
    parsed, _ = parse_yaml(TEXT, "a.yml")
    assert parsed.line((0, "name", "nn")) == 3
    assert parsed.line((7, "id")) == 2


def test_lines_count_from_where_the_yaml_begins_in_its_file():
    parsed, _ = parse_yaml("title: A\nid: a\n", "a.md", first_line=2)
    assert parsed.line(("id",)) == 3


def test_repeated_key_is_named_at_its_second_place():
    _, problems = parse_yaml("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n", "a.yml")
    assert [(problem.line, problem.what) for problem in problems] == [
        (4, 'the key "c" stands twice'),
        (5, 'the key "a" stands twice'),
    ]


def test_same_key_in_two_records_is_no_repetition():
    assert data("- id: a\n- id: b\n") == [{"id": "a"}, {"id": "b"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\ntitle: Historien: fra 1997\n", 2),
        ("a: [1, 2\nb: 3\n", 1),
        ('a: "open\n', 2),
        ("a: 1\n\tb: 2\n", 2),
        ("a: *missing\n", 1),
    ],
)
def test_broken_yaml_is_a_problem_with_a_line_and_gives_no_data(text, line):
    parsed, (problem,) = parse_yaml(text, "a.yml")
    assert parsed.data is None
    assert (problem.path, problem.line) == ("a.yml", line)


def test_yaml_cannot_make_python_objects():
    parsed, problems = parse_yaml("a: !!python/object/apply:os.getcwd []\n", "a.yml")
    assert parsed.data is None
    assert len(problems) == 1


def test_missing_file_is_a_problem_and_not_an_exception(tmp_path):
    _, (problem,) = load_yaml(tmp_path / "data" / "a.yml", tmp_path)
    assert str(problem) == "data/a.yml: the file is missing – put it back"


def test_byte_order_mark_from_windows_is_not_part_of_the_first_key(tmp_path):
    (tmp_path / "a.yml").write_text("no: Hei\n", encoding="utf-8-sig")
    parsed, problems = load_yaml(tmp_path / "a.yml", tmp_path)
    assert (parsed.data, problems) == ({"no": "Hei"}, [])


def test_file_in_another_encoding_is_named_with_the_line_of_the_first_wrong_byte(tmp_path):
    (tmp_path / "a.yml").write_bytes("a: 1\nb: År\nc: Ås\n".encode("latin-1"))
    _, (problem,) = load_yaml(tmp_path / "a.yml", tmp_path)
    assert (problem.line, "UTF-8" in problem.what) == (2, True)


def told(text):
    return [f"{each.line}: {each.what} – {each.fix}" for each in parse_yaml(text, "a.yml")[1]]


@pytest.mark.parametrize(
    ("text", "line", "lost"),
    [
        ("title: Kritikk #1 og grenser\n", 1, "#1 og grenser"),
        ("a: b\ntitle: Kritikk # 1\n", 2, "# 1"),
        ("title: #1 i verden\n", 1, "#1 i verden"),
        ("- label:\n    no: Avrundet #1, før\n    en: x\n", 2, "#1, før"),
        ("- sources:\n    - one #two\n", 2, "#two"),
    ],
)
def test_a_value_that_a_hash_cuts_is_told_and_not_lost(text, line, lost):
    fix = "put the value in quotation marks, or a comment on a row of its own"
    assert told(text) == [f'{line}: "{lost}" is read as a comment, and lost – {fix}']
    assert lost in str(parse_yaml(text, "a.yml")[0].data)


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\ntitle: x\n",
        "title: x#1\n",
        'title: "Kritikk #1"\n',
        'title: "Kritikk" # as it was\n',
        "lat: 59.99 #centre\n",
        "kind: concept # see shapes.yml\n",
        "known: # none yet\n  - one\n",
        "title: # missing: the title\n",
        "note: |\n  Kritikk #1\n",
        "URL: https://a.no/b#c\n",
    ],
)
def test_a_comment_that_is_meant_is_left_in_peace(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("title: &Verdier\n", 1, "&Verdier"),
        ("a: b\ntitle: &Co og vi\n", 2, "&Co og vi"),
        ("- b\n- &Co\n", 2, "&Co"),
        ("a: [&b, c]\n", 1, "&b"),
    ],
)
def test_a_value_that_begins_with_the_sign_of_a_name_is_told_and_not_lost(text, line, value):
    said = f'"{value.split()[0]}" is read as a name of the value, and lost'
    assert told(text) == [f"{line}: {said} – put the value in quotation marks"]
    assert value in str(parse_yaml(text, "a.yml")[0].data)


@pytest.mark.parametrize("text", ["a: &b c\nd: *b\n", 'a: "&b"\n', "a: b &c\n", "a: &b\n  c: d\n"])
def test_a_name_that_is_used_is_left_in_peace(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: Merk: tekst\n", "1: YAML cannot be read: the value holds a colon and a space"),
        ("a:\n\tb: c\n", "2: YAML cannot be read: a row is indented by a tab"),
        ("a: <<\n", "1: YAML cannot be read: a value is <<, which is a sign of YAML itself"),
        ("a: [b, c\nd: e\n", "1: YAML cannot be read: a bracket is not closed"),
        ("a: b\nc: [d\n", "2: YAML cannot be read: a bracket is not closed"),
        ("- { a: b,\n    c: d\n    e: f }\n", "2: YAML cannot be read: a comma is missing"),
        ("a: [b, #c]\nd: e\n", "1: YAML cannot be read: a # in a value begins a comment"),
        ("a: b #c d\n  e\nf: g\n", "1: YAML cannot be read: a # in a value begins a comment"),
        (
            "a: b\nc:d\ne: f\n",
            '2: YAML cannot be read: a space is missing behind "c:" – write c: d',
        ),
        (
            "- a: b\n   c: d\n",
            "2: YAML cannot be read: the row is indented more than the one above",
        ),
        ("id: b\n  c: d\n", "2: YAML cannot be read: the row is indented more than the one above"),
        ('a: "b\nc: d\ne: "f"\n', "1: YAML cannot be read: a quotation mark is not closed"),
        ("- a: 'b\n- c: d\n", "1: YAML cannot be read: a quotation mark is not closed"),
        ('a: "b\n  c"\nd: e: f\n', "3: YAML cannot be read: the value holds a colon and a space"),
    ],
)
def test_yaml_that_cannot_be_read_is_told_in_the_words_of_editors(text, said):
    assert [each.startswith(said) for each in told(text)] == [True], told(text)
