"""The words around the text: in both languages, all of them used, none missing."""

import json
import re

import pytest

from scripts.common.paths import Project
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.language.locales import BY_CODE, ENGLISH, NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from tests.unit.projects import ROOT, problems_of

ENTRIES, PROBLEMS = load_entries(Project(ROOT))

# `t("skip")`, `words(f"class.{name}.letter")`, `t("status." ~ record.status)`.
_CALL = re.compile(r"""\b(?:t|t_other|words)\(\s*f?(["'])([^"']+?)\1(\s*[~+])?""")
# `words.many`, `words["this-edition"]`, words[`scheme-${name}`].
# The words of a query and of an index are other words: `this.words`, `search/query.js`.
_SCRIPT = re.compile(r"""(?<![\w.-])words(?:\.([a-z]+)|\[["'`]([^"'`$]+)(\$?))""")

# Scripts that fetch their words with what they work on, and the group these are of.
_FETCHED = (("agenda", "agenda.said."), ("handouts", ""), ("shopping-list", ""))
_UNDER_ANOTHER_NAME = {"agenda.said.own-phases": "print.own-phases"}


def pattern(key, open_end):
    """The keys that a call can ask for: what it composes may be any words."""
    parts = [re.escape(part) for part in re.split(r"\{[^}]*\}", key)]
    return r"[\w.-]+".join(parts) + (r"[\w-]+" if open_end else "")


def patterns_used():
    """Every key that templates and build logic ask for, with where it is asked."""
    used = {}
    for folder, ending in (("overrides", "*.html"), ("overrides", "*.xml"), ("scripts", "*.py")):
        for path in sorted((ROOT / folder).rglob(ending)):
            for _, key, composed in _CALL.findall(path.read_text(encoding="utf-8")):
                used.setdefault(pattern(key, composed), path.relative_to(ROOT).as_posix())
    return used


def script_patterns_used():
    """Every key that the scripts of a page ask for."""
    used = {}
    for path in sorted((ROOT / "docs" / "assets" / "js").rglob("*.js")):
        group = next((group for stem, group in _FETCHED if path.stem.startswith(stem)), "script.")
        for word, name, composed in _SCRIPT.findall(path.read_text(encoding="utf-8")):
            key = _UNDER_ANOTHER_NAME.get(f"{group}{word or name}", f"{group}{word or name}")
            used.setdefault(pattern(key, composed), path.name)
    return used


def test_file_is_well_formed():
    assert PROBLEMS == []


@pytest.mark.parametrize("key", sorted(ENTRIES))
def test_word_is_there_in_both_languages(key):
    assert set(ENTRIES[key]) == {"no", "en"}
    for code, text in ENTRIES[key].items():
        assert text.strip() == text != "", code


def test_gaps_in_a_sentence_are_the_same_in_both_languages():
    gaps = {
        key: [sorted(re.findall(r"\{\w+\}", text)) for text in entry.values()]
        for key, entry in ENTRIES.items()
    }
    assert {key: found for key, found in gaps.items() if found[0] != found[1]} == {}


def test_every_key_that_is_asked_for_exists():
    used = patterns_used() | script_patterns_used()
    assert len(used) > 50
    missing = {
        f"{asked} in {place}"
        for asked, place in used.items()
        if not any(re.fullmatch(asked, key) for key in ENTRIES)
    }
    assert missing == set()


def test_every_key_that_is_defined_is_used():
    used = [*patterns_used(), *script_patterns_used()]
    idle = [key for key in ENTRIES if not any(re.fullmatch(asked, key) for asked in used)]
    assert idle == []


# Where data chooses the word: the schema that lists the choices, the way to the field in
# it, and the key that a template or a hook composes of each choice.
CHOICES = [
    ("municipalities", ("items", "status"), "status.{}"),
    ("publications", ("items", "kind"), "kind.{}"),
    ("publications", ("items", "language"), "language.{}"),
    ("publications", ("items", "relation"), "relation.{}"),
    ("publications", ("items", "read"), "read.{}"),
    ("findings", ("items", "finds"), "grade.finds.{}"),
    ("municipalities", ("items", "known", "items", "matter"), "evidence.matter.{}"),
    ("sources", ("items", "class"), "class.{}"),
    ("sources", ("items", "class"), "class.{}.letter"),
    ("sources", ("items", "read"), "read.{}"),
    ("glossary", ("items", "english"), "glossary.english.{}"),
    ("timeline", ("items", "kind"), "timeline.kind.{}"),
    ("open-questions", ("items", "kind"), "question.{}"),
    ("people", ("items", "kind"), "people.{}"),
    ("page", ("kind",), "page-kind.{}"),
]


def choices(schema, way):
    """What an editor may choose in a field."""
    node = json.loads(Project(ROOT).schema(schema).read_text(encoding="utf-8"))
    for step in way:
        node = node["items"] if step == "items" else node["properties"][step]
    return node["enum"]


@pytest.mark.parametrize(
    ("schema", "way", "key"),
    CHOICES,
    ids=[f"{schema}-{key}" for schema, _, key in CHOICES],
)
def test_whatever_an_editor_may_choose_has_a_word(schema, way, key):
    lacking = [choice for choice in choices(schema, way) if key.format(choice) not in ENTRIES]
    assert lacking == []


def test_letters_of_the_classes_are_told_apart():
    for code in BY_CODE:
        letters = [ENTRIES[f"class.{name}.letter"][code] for name in EVIDENCE_CLASSES]
        assert len(set(letters)) == len(EVIDENCE_CLASSES)


def test_words_answer_in_the_language_of_the_page():
    assert messages_for(ENTRIES, NORWEGIAN)("skip") == "Hopp til innholdet"
    assert messages_for(ENTRIES, ENGLISH)("skip") == "Skip to content"


def test_key_that_does_not_exist_stops_the_build_instead_of_showing_nothing():
    with pytest.raises(KeyError):
        messages_for(ENTRIES, ENGLISH)("no-such-key")


def test_words_are_filled_with_what_is_given_by_name():
    words = messages_for({"changed": {"no": "{who} endret {key}", "en": "…"}}, NORWEGIAN)
    assert words("changed", who="Kari", key="{who}") == "Kari endret {who}"
    assert words("changed") == "{who} endret {key}"
    with pytest.raises(KeyError):
        words("changed", who="Kari")


def test_scripts_get_their_words_without_the_prefix():
    words = messages_for({"script.one": {"no": "1 treff"}, "skip": {"no": "Hopp"}}, NORWEGIAN)
    assert words.starting("script.") == {"one": "1 treff"}


def test_word_that_lacks_a_language_is_reported_with_its_line(project):
    path = project.data / "interface.yml"
    path.write_text("skip:\n  no: Hopp\n", encoding="utf-8")
    what = 'the key "en" is missing in skip'
    assert problems_of(project) == [f"data/interface.yml:1: {what} – add it"]
