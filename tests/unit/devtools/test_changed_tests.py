"""`make test CHANGED=1` runs what a change can touch."""

import pytest

from scripts.devtools.changed_tests import BY_FOLDER, changed_files, selection
from tests.repository import begin, git
from tests.unit.projects import ROOT


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ("scripts/search/compounds.py", "tests/unit/search/test_compounds.py"),
        # The lexicon imports the compounds, and the documents import both.
        ("scripts/search/compounds.py", "tests/unit/search/test_documents.py"),
        # No test is named after these: the tests that import them, or of what they do.
        ("scripts/checks/agendas.py", "tests/unit/checks/test_run.py"),
        ("scripts/documents/docx/table.py", "tests/unit/documents/test_sections.py"),
        ("scripts/pipeline/editions/mend.py", "tests/build/test_publish_mend.py"),
        ("scripts/pipeline/editions/ledger.py", "tests/build/test_kept_addresses.py"),
        ("scripts/pipeline/preview.py", "tests/build/test_serve.py"),
        ("scripts/pipeline/word_files.py", "tests/build/test_build.py"),
        ("overrides/styles/home.css", "tests/unit/web"),
        ("docs/no/om/index.md", "tests/unit/checks/test_run.py"),
        ("tests/unit/test_code.py", "tests/unit/test_code.py"),
        ("README.md", "tests/unit/test_code.py"),
    ],
)
def test_a_change_leads_to_the_tests_of_what_it_can_touch(changed, wanted):
    assert wanted in selection(ROOT, [changed])


def test_what_paths_lead_to_is_there_and_each_path_can_be_reached():
    """A test that was renamed would be left out without a word."""
    tests = [test for tests in BY_FOLDER.values() for test in tests]
    assert [path for path in (*BY_FOLDER, *tests) if not (ROOT / path).exists()] == []
    folders = list(BY_FOLDER)
    for at, folder in enumerate(folders):
        assert not [each for each in folders[:at] if folder.startswith(f"{each}/")], folder


def test_every_test_of_publishing_is_run_after_a_change_of_publishing():
    found = {path.name for path in (ROOT / "tests/build").glob("test_publish*.py")}
    assert found <= {test.rpartition("/")[2] for test in BY_FOLDER["scripts/pipeline/editions"]}


def test_a_module_that_all_stand_on_leads_to_its_own_tests_alone():
    found = selection(ROOT, ["scripts/common/problems.py"])
    assert "tests/unit/common/test_problems.py" in found
    assert len(found) < 5


def test_files_that_git_does_not_know_yet_are_changes_too(tmp_path):
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    begin(tmp_path)
    (tmp_path / "old.txt").write_text("new", encoding="utf-8")
    (tmp_path / "new.txt").write_text("new", encoding="utf-8")
    assert changed_files(tmp_path) == ["new.txt", "old.txt"]
    git(tmp_path, "add", ".")
    assert changed_files(tmp_path) == ["new.txt", "old.txt"]
