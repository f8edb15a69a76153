"""A data file is read anew when it, its schema, our code or a library changes, and only then."""

import pickle

import pytest

from scripts.common import data_file
from scripts.common.data_file import load_data
from scripts.common.paths import Project

SCHEMA = '{"type": "array", "items": {"type": "object", "required": ["id"]}}'


class Opened:
    """A project with one data file, and how often it was parsed."""

    def __init__(self, root):
        self.project, self.parsed = Project(root), 0
        self.path, self.schema = root / "data/words.yml", self.project.schema("words")
        self.schema.parent.mkdir(parents=True)
        self.path.write_text("- id: a\n", encoding="utf-8")
        self.schema.write_text(SCHEMA, encoding="utf-8")

    def load(self):
        parsed, unreadable, faulty = load_data(self.project, "words")
        return parsed.data, [str(problem) for problem in [*unreadable, *faulty]]


@pytest.fixture
def opened(tmp_path, monkeypatch):
    made, load_yaml = Opened(tmp_path), data_file.load_yaml

    def counted(path, root):
        made.parsed += 1
        return load_yaml(path, root)

    monkeypatch.setattr(data_file, "load_yaml", counted)
    # Schemas are read once a run; here they change within one.
    check = data_file.check_schema
    monkeypatch.setattr(
        data_file, "check_schema", lambda *given: validator.cache_clear() or check(*given)
    )
    return made


from scripts.common.json_schema import validator  # noqa: E402


def test_second_reading_parses_nothing_and_says_the_same(opened):
    first = opened.load()
    assert first == ([{"id": "a"}], [])
    assert opened.load() == first
    assert opened.parsed == 1


def test_lines_are_kept_with_the_data(opened):
    opened.path.write_text("- id: a\n\n- id: b\n", encoding="utf-8")
    for _ in range(2):
        parsed, _, _ = load_data(opened.project, "words")
        assert parsed.line((1, "id")) == 3


def test_changed_content_is_seen_and_old_content_is_found_again(opened):
    opened.load()
    opened.path.write_text("- id: b\n", encoding="utf-8")
    assert opened.load() == ([{"id": "b"}], [])
    opened.path.write_text("- id: a\n", encoding="utf-8")
    assert opened.load() == ([{"id": "a"}], [])
    assert opened.parsed == 2


def test_changed_schema_is_seen(opened):
    assert opened.load()[1] == []
    opened.schema.write_text(SCHEMA.replace('"id"', '"name"'), encoding="utf-8")
    assert opened.load()[1] == ['data/words.yml:1: the key "name" is missing in "a" – add it']
    assert opened.parsed == 2


def test_changed_code_or_library_is_seen(opened, monkeypatch):
    opened.load()
    monkeypatch.setattr(data_file, "code_fingerprint", lambda: "other code")
    opened.load()
    assert opened.parsed == 2


def test_faults_are_kept_too_and_told_each_time(opened):
    opened.path.write_text("- title: a\n", encoding="utf-8")
    first = opened.load()
    assert first[1] == ['data/words.yml:1: the key "id" is missing in record 1 – add it']
    assert opened.load() == first
    opened.path.write_text("- id: [\n", encoding="utf-8")
    broken = opened.load()
    assert len(broken[1]) == 1
    assert opened.load() == broken


def test_file_that_cannot_be_read_is_not_held_against_its_schema(opened):
    opened.path.write_text("- id: [\n", encoding="utf-8")
    _, unreadable, faulty = load_data(opened.project, "words")
    assert (len(unreadable), faulty) == (1, [])


def test_missing_file_is_told_and_never_kept(opened):
    opened.load()
    opened.path.unlink()
    assert opened.load() == (None, ["data/words.yml: the file is missing – put it back"])
    opened.path.write_text("- id: a\n", encoding="utf-8")
    assert opened.load() == ([{"id": "a"}], [])


def test_two_files_with_one_content_are_told_apart(opened):
    (opened.project.data / "other.yml").write_text("- name: a\n", encoding="utf-8")
    opened.project.schema("other").write_text(SCHEMA, encoding="utf-8")
    opened.path.write_text("- name: a\n", encoding="utf-8")
    assert opened.load()[1][0].startswith("data/words.yml:1:")
    _, _, (problem,) = load_data(opened.project, "other")
    assert str(problem).startswith("data/other.yml:1:")


@pytest.mark.parametrize("content", [b"", b"nonsense", pickle.dumps([1, 2])[:-1]])
def test_damaged_cache_only_costs_time(opened, content):
    first = opened.load()
    (kept,) = (opened.project.root / ".cache" / "data").iterdir()
    kept.write_bytes(content)
    assert opened.load() == first
    assert opened.parsed == 2


def test_whole_file_that_nobody_can_unpickle_only_costs_time(opened, monkeypatch):
    first = opened.load()
    monkeypatch.setattr(data_file.FileCache, "get", lambda *_: b"no pickle")
    assert opened.load() == first
