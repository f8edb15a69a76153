"""A list within a text of data is told, and letters, which keep their rows, are left in peace."""

from pathlib import Path

import pytest

from scripts.checks.data_lists import check_data_lists
from scripts.common.yaml_lines import parse_yaml
from scripts.content.pages import Site


def told(text, name="people"):
    parsed, problems = parse_yaml(text, f"data/{name}.yml")
    assert problems == []
    return [str(each) for each in check_data_lists(Site(Path()), {name: parsed})]


MEND = (
    "would be shown in a run with what follows – a text of data holds no list: write it as a sent"
)


@pytest.mark.parametrize("sign", ["-", "*", "–"])
def test_rows_of_a_list_in_a_text_are_told(sign):
    (line,) = told(f"- id: a\n  en: |\n    {sign} An institute\n    {sign} that studied it\n")
    assert line == f'data/people.yml:2: "{sign} An institute" {MEND}ence'


@pytest.mark.parametrize(
    "text", ["|\n    Two rows\n    of a text\n", "– så kom det", '"- 5 grader"']
)
def test_a_text_without_a_list_is_left_in_peace(text):
    assert told(f"- no: {text}\n") == []


@pytest.mark.parametrize("name", ["letters", "interface"])
def test_a_letter_may_hold_a_list(name):
    assert told('a: "This is agreed:\\n- [what]\\n- [when]"\n', name) == []
