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
from scripts.common.yaml_lines import load_yaml
from scripts.content.word_lists import LISTS, list_path
from tests.unit.projects import FROM_SITE, GOOD, data_files, good_project, problems_of

LINE = re.compile(r"[^\n:][^\n]*?(?::\d+)?: \S[^\n]* – \S[^\n]*")
PAGES = ("docs/no/metoden/historie.md", "docs/en/metoden/historie.md")
DATA = data_files()
FILLED = [path for path in DATA if (GOOD / path).exists() or path.endswith(FROM_SITE)]
WORDS = [list_path(name) for name in LISTS]
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
# A value that was taken away.
GONE = st.just(...)
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
    project = good_project(tmp_path_factory.mktemp("any") / "project")
    (project.data / "words").mkdir()
    for path in WORDS:
        (project.root / path).write_text("avtale/ark\nforankring\n", encoding="utf-8")
    return project


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


def places(value: object) -> Iterator[tuple[dict | list, str | int]]:
    """Every value within another: what holds it, and under which key or number."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in [*items]:
        yield value, key
        if isinstance(each, dict | list):
            yield from places(each)


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
@given(path=st.sampled_from(FILLED), at=st.integers(0, 30), key=TEXT, value=VALUE)
def test_any_value_of_a_record_is_taken_or_told_of(small, path, at, key, value):
    data = load_yaml(small.root / path, small.root)[0].data
    record = data[at % len(data)] if isinstance(data, list) else data
    field = sorted(record)[at % len(record)] if at % 4 else key
    record[field] = value
    told(small, path, as_yaml(data))


@EXAMPLES
@given(path=st.sampled_from(FILLED), at=st.integers(0, 1000), value=GONE | TEXT | VALUE)
def test_any_value_deep_within_data_is_taken_or_told_of(small, path, at, value):
    data = load_yaml(small.root / path, small.root)[0].data
    known = [*places(data)]
    holder, key = known[at % len(known)]
    if value is ...:
        del holder[key]
    else:
        holder[key] = value
    told(small, path, as_yaml(data))


@EXAMPLES
@given(path=st.sampled_from(WORDS), content=st.binary(max_size=200) | TEXT)
def test_any_list_of_words_is_taken_or_told_of(small, path, content):
    told(small, path, content)


@EXAMPLES
@given(path=st.sampled_from([*DATA, "mkdocs.yml"]), content=st.binary(max_size=200) | TEXT)
def test_any_file_in_place_of_data_is_taken_or_told_of(small, path, content):
    told(small, path, content)
