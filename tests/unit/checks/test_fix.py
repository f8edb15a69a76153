"""`make check --fix` mends what has one right mend, and touches nothing else."""

from scripts.checks.fix import fix, fixed
from scripts.checks.run import load_content
from tests.unit.projects import edit, problems_of

HISTORY = "docs/no/metoden/historie.md"


def test_a_list_below_a_sentence_gets_its_blank_line(project):
    for path, old in (
        (HISTORY, "Tekst [@editorial]."),
        ("docs/en/metoden/historie.md", "Tekst [@editorial]."),
    ):
        edit(project, path, old, f"{old}\n- punkt [@editorial]\n- punkt [@editorial]")
    assert problems_of(project)
    changed = fix(project.root, load_content(project).problems)
    assert changed == ["docs/en/metoden/historie.md", HISTORY]
    assert problems_of(project) == []
    assert fix(project.root, load_content(project).problems) == []


def test_letters_and_line_ends_get_their_normal_forms():
    assert fixed("\ufeffa\u030a\r\nb\r\n", ()) == "å\nb\n"


def test_a_project_without_faults_is_not_written(project):
    before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*.md")}
    assert fix(project.root, load_content(project).problems) == []
    assert before == {path: path.stat().st_mtime_ns for path in project.root.rglob("*.md")}
