"""A fence asks for code alone: what would be drawn or set elsewhere is told, with the mend."""

import time

import pytest

from scripts.checks.code_fences import check_fences
from tests.unit.projects import write_page


def told(folder, first, last="```"):
    (page,) = write_page(folder, f"Tekst.\n\n{first}\nx\n{last}").pages
    return [str(problem) for problem in check_fences(page)]


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("```mermaid", "would be published as code, and nothing drawn – put a picture of it in"),
        ("``` math", "would be published as code, and nothing drawn – put a picture of it in"),
        ("```{.mermaid}", "would be published as code, and nothing drawn – put a picture of it"),
        ("```{note}", "would be published as code – directives are not read here: write plain"),
        ("```ad-note", "would be published as code – directives are not read here: write plain"),
    ],
)
def test_what_would_be_drawn_or_run_elsewhere_is_told(tmp_path, first, said):
    (problem,) = told(tmp_path, first)
    assert problem.startswith(f'docs/no/a.md:8: "{first}" {said}')


@pytest.mark.parametrize(
    ("first", "right"),
    [
        ('```{ .python hl_lines="1" #kode data-x=y }', "```python"),
        ('```python hl_lines="1"', "```python"),
        ('``` python title="a"', "```python"),
        ("~~~ { #kode }", "~~~"),
        ('```hl_lines="1"', "```"),
    ],
)
def test_attributes_are_told_with_the_fence_that_is_right(tmp_path, first, right):
    (problem,) = told(tmp_path, first)
    assert problem.endswith(f"asks for what the site does not use – write {right}")
    assert told(tmp_path, right) == []


@pytest.mark.parametrize("first", ["```", "```python", "~~~ c++", "```mathematica", "```x``` y"])
def test_code_is_left_in_peace(tmp_path, first):
    assert told(tmp_path, first, first[:3]) == []


def test_a_long_quotation_takes_no_time(tmp_path):
    begin = time.perf_counter()
    told(tmp_path, "> " * 2000 + "x")
    assert time.perf_counter() - begin < 1
