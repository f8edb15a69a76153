"""A file of data in which nothing stands is told, though a site could be built with it."""

import pytest

from scripts.checks.frame import check_empty


@pytest.mark.parametrize(("name", "text"), [("glossary", "[]\n"), ("interface", "{}\n")])
def test_a_file_that_holds_nothing_is_told(project, name, text):
    told = f"data/{name}.yml:1: nothing stands in it – put back what stood there"
    assert told not in map(str, check_empty(project))
    (project.data / f"{name}.yml").write_text(text, encoding="utf-8")
    assert told in map(str, check_empty(project))
