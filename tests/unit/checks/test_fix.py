"""`make check FIX=1` mends what has one right mend, and touches nothing else."""

import pytest

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


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("Fra 1998-2000 og", "Fra 1998–2000 og"),
        ("«i 1998-2000» og\n      1998-2000 med", "«i 1998-2000» og\n      1998–2000 med"),
        ("'det ''var'' 3 mars 2007'", "'det ''var'' 3. mars 2007'"),
        (r'"Her:\n- fra 1998-2000 og"', r'"Her:\n- fra 1998–2000 og"'),
        (
            ">-\n      «i\n      1998-2000» og 1998-2000",
            ">-\n      «i\n      1998-2000» og 1998–2000",
        ),
        (
            "|\n      > Fra 1998-2000\n\n      Fra 1998-2000",
            "|\n      > Fra 1998-2000\n\n      Fra 1998–2000",
        ),
        (r'"Fra \u0031998-2000" # 1998-2000', r'"Fra \u0031998-2000" # 1998-2000'),
    ],
)
def test_a_value_of_data_is_mended_where_the_slip_was_found_and_nowhere_else(project, value, right):
    old = "Støtte fra dem som må bære endringen."
    edit(project, "data/glossary.yml", old, value)
    path = project.root / "data" / "glossary.yml"
    before = path.read_text(encoding="utf-8")
    problems = load_content(project).problems
    assert "typography" in {problem.rule for problem in problems}
    fix(project.root, problems)
    assert path.read_text(encoding="utf-8") == before.replace(value, right)


def test_front_matter_is_mended_where_the_slip_was_found(project):
    old = "Fra de første forsøkene i 1997 til evalueringen"
    edit(project, HISTORY, old, "Fra «1998-2000» og\n  så 1998-2000 til evalueringen")
    problems = load_content(project).problems
    assert {problem.rule for problem in problems} == {"typography"}
    fix(project.root, problems)
    text = (project.root / HISTORY).read_text(encoding="utf-8")
    assert 'description: "Fra «1998-2000» og\n  så 1998–2000 til evalueringen' in text
    assert problems_of(project) == []
