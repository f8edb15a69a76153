"""Whatever an editor types, the check ends, and what it says is a line with path and mend.

Hypothesis makes up texts, front matter and data, and shrinks what fails to the least that does.
The same examples each time: what it finds is for `tests/broken`, which looks at the words too.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.common.paths import Project
from scripts.common.yaml_faults import LOADER
from tests.unit.projects import GOOD, good_project, problems_of

LINE = re.compile(r"[^\n:][^\n]*?(?::\d+)?: \S[^\n]* – \S[^\n]*")
PAGES = ("docs/no/metoden/historie.md", "docs/en/metoden/historie.md")
DATA = sorted(path.relative_to(GOOD).as_posix() for path in (GOOD / "data").glob("*.yml"))
# What means something to one of the readers of a page, and what stands between.
PIECES = [
    *"#*_`~|>-+=!&<>()[]{}\"'\\:;@^$%/.,\t\n\x00\x0b\u00a0\u00ad\u200b\u202e\ufeff\U0001f600é́",
    *("# ", "## ", "- ", "1. ", "2006. ", "> ", "    ", "\n\n", "---\n", "***", "```", "~~~\n"),
    *("[@adviser]", "[@", "@adviser", "[@editorial, s. 2]", "](../kommuner/steinkjer.md)", "](x"),
    *("<div>", "</div>", "<script>", "<!--", "-->", "&amp;", "&#0;", "{ #a }", "{ .editorial }"),
    *("| a | b |\n|---|---|\n", "{{ glossary }}", "{{", "{% x %}", "[^1]", "!!! note\n", "ord"),
    *("https://", "javascript:", "www.example.org", "*[X]: y\n", "Term\n:   ", "\r\n", "\ud800"),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=30)
VALUE = st.recursive(
    SCALAR, lambda each: st.lists(each, max_size=3) | st.dictionaries(SCALAR, each, max_size=3),
    max_leaves=8,
)  # fmt: skip
KEYS = ("title", "id", "kind", "description", "url", "original", "record", "reviewed", "tags", "x")
EXAMPLES = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return good_project(tmp_path_factory.mktemp("any") / "project")


@contextmanager
def with_file(project: Project, path: str, content: bytes) -> Iterator[None]:
    """Another content, for a while."""
    file = project.root / path
    before = file.read_bytes()
    file.write_bytes(content)
    try:
        yield
    finally:
        file.write_bytes(before)


def told(project: Project, path: str, content: str | bytes) -> list[str]:
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    with with_file(project, path, raw):
        found = problems_of(project)
    for line in found:
        assert LINE.fullmatch(line), line
    assert len(set(found)) == len(found)
    return found


def as_yaml(value: object) -> str:
    return yaml.dump(value, allow_unicode=True)


@EXAMPLES
@given(path=st.sampled_from(PAGES), text=TEXT)
def test_any_text_of_a_page_is_taken_or_told_of(small, path, text):
    front = (GOOD / path).read_text(encoding="utf-8").partition("\n---\n")[0]
    told(small, path, f"{front}\n---\n{text}")


@EXAMPLES
@given(path=st.sampled_from(PAGES), key=st.sampled_from(KEYS), value=VALUE)
def test_any_value_in_the_front_matter_is_taken_or_told_of(small, path, key, value):
    front, _, body = (GOOD / path).read_text(encoding="utf-8").partition("\n---\n")
    kept = "\n".join(line for line in front.split("\n") if not line.startswith(f"{key}:"))
    told(small, path, f"{kept}\n{as_yaml({key: value})}\n---\n{body}")


@EXAMPLES
@given(path=st.sampled_from(PAGES), content=st.binary(max_size=200) | TEXT)
def test_any_file_in_place_of_a_page_is_told_of(small, path, content):
    assert told(small, path, content)


@EXAMPLES
@given(path=st.sampled_from(DATA), value=VALUE)
def test_any_data_in_place_of_a_list_is_taken_or_told_of(small, path, value):
    told(small, path, as_yaml(value))


@EXAMPLES
@given(path=st.sampled_from(DATA), at=st.integers(0, 30), key=TEXT, value=VALUE)
def test_any_value_of_a_record_is_taken_or_told_of(small, path, at, key, value):
    records = yaml.load((GOOD / path).read_bytes(), LOADER)
    if isinstance(records, list) and records and isinstance(records[0], dict):
        record = records[at % len(records)]
        field = sorted(record)[at % len(record)] if at % 4 else key
        record[field] = value
    else:
        records = {key: value}
    told(small, path, as_yaml(records))


@EXAMPLES
@given(path=st.sampled_from([*DATA, "mkdocs.yml"]), content=st.binary(max_size=200) | TEXT)
def test_any_file_in_place_of_data_is_taken_or_told_of(small, path, content):
    told(small, path, content)
