"""What a schema finds wrong is told in words that an editor can find again."""

import pytest

from tests.unit.projects import edit, problems_of


@pytest.mark.parametrize("key", ["", " "])
def test_key_that_nobody_sees_is_told_in_quotation_marks(project, key):
    edit(project, "data/shapes.yml", "\nconcept:\n", f'\n"{key}": ~\nconcept:\n')
    (line,) = problems_of(project)
    assert f': "{key}" is empty – ' in line
