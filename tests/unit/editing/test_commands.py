"""What an editor types, sees and is asked before files change."""

import subprocess

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from scripts.common.problems import ProblemsFound
from scripts.editing import commands, moving_commands
from tests.repository import begin
from tests.unit.editing.test_move_page import files_of
from tests.unit.projects import ROOT, edit, problems_of

MOVE = ("move", "metoden/historie", "metoden/fortid")
REMOVE = ("remove", "history", "--to", "home")
RENAME = ("rename-anchor", "history", "beginning", "start")


def typed(project, *words: str, answer: str | None = None):
    return CliRunner().invoke(commands.commands(project.root), list(words), input=answer)


@pytest.mark.parametrize("words", [MOVE, REMOVE, RENAME], ids=lambda words: words[0])
def test_without_an_answer_the_change_is_shown_and_nothing_is_written(linked, words):
    before = files_of(linked)
    done = typed(linked, *words)
    assert done.exit_code == 1
    assert "docs/no/index.md" in done.output
    assert "Nothing was written: say YES=1" in done.output
    assert files_of(linked) == before


@pytest.mark.parametrize("words", [MOVE, REMOVE, RENAME], ids=lambda words: words[0])
def test_yes_carries_it_out(linked, words):
    done = typed(linked, *words, "--yes")
    assert done.exit_code == 0, done.output
    assert "Look at them with git diff" in done.output
    assert problems_of(linked) == []


@pytest.mark.parametrize(("answer", "is_done"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_somebody_is_asked(linked, monkeypatch, answer, is_done):
    monkeypatch.setattr(moving_commands, "is_interactive", lambda: True)
    done = typed(linked, *MOVE, answer=answer)
    assert "files? [y/N]" in done.output
    assert (linked.root / "docs/no/metoden/fortid.md").exists() is is_done
    assert done.exit_code == (0 if is_done else 1)


def test_texts_for_developers_that_name_the_page_are_listed_and_left(linked):
    guide = linked.root / "CONTRIBUTING.md"
    guide.write_text("Rules:\nsee docs/no/metoden/historie.md\n", encoding="utf-8")
    begin(linked.root)
    done = typed(linked, *MOVE, "--yes")
    assert "mend them by hand where it is no mere example.\n  CONTRIBUTING.md:2\n" in done.output


def test_code_that_names_the_page_is_counted_and_asks_for_nothing(linked):
    for name in ("scripts/a.py", "tests/unit/test_a.py", "scripts/RULES.md"):
        (linked.root / name).parent.mkdir(parents=True, exist_ok=True)
        (linked.root / name).write_text('"metoden/historie.md"\n', encoding="utf-8")
    begin(linked.root)
    done = typed(linked, *MOVE, "--yes")
    assert done.output.endswith("name it in 3 places: nothing for an editor to do.\n")
    assert "scripts/a.py" not in done.output


def test_what_is_up_to_date_is_said_to_wait_for_nothing(linked):
    page = "docs/en/metoden/historie.md"
    done = typed(linked, "translated", str(linked.root / page))
    assert (done.exit_code, done.output) == (0, f"{page}: nothing waits; it was marked already.\n")
    done = typed(linked, "translated", str(linked.root / page), "--section", "beginning")
    assert f"{page}: nothing waits in beginning" in done.output


def test_faults_of_a_page_that_is_marked_are_told_with_it(linked):
    edit(linked, "docs/no/metoden/historie.md", "](#beginning), ", "](#beginning) [@ministry], ")
    page = "docs/en/metoden/historie.md"
    done = typed(linked, "translated", str(linked.root / page))
    assert done.exit_code == 0
    assert f"Marked {page}." in done.output
    assert f"  {page}:" in done.output
    assert "lacks @ministry against the original" in done.output


@pytest.mark.parametrize(
    ("text", "pasted", "said"),
    [
        ("./p.bib", None, "SOURCE: there is no file ./p.bib – name a .bib, .ris or .json file"),
        ("-", "\n", "SOURCE: nothing was pasted – paste a DOI"),
    ],
)
def test_a_source_that_is_not_there_is_said_to_be_missing(linked, text, pasted, said):
    done = typed(linked, "new-source", text, answer=pasted)
    assert isinstance(done.exception, ProblemsFound)
    assert str(done.exception).startswith(said)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--section", "before"),
        ("docs/en/index.md", "--all"),
        ("docs/en/index.md", "docs/en/metoden/historie.md", "--section", "start"),
    ],
    ids=" ".join,
)
def test_pages_are_never_marked_by_accident(linked, words):
    edit(linked, "docs/no/metoden/historie.md", "oppgir 1997", "oppgir 1998")
    before = files_of(linked)
    done = typed(linked, "translated", *words)
    assert isinstance(done.exception, ProblemsFound)
    assert "PAGES: nothing says which pages are meant – PAGES=docs/en/…" in str(done.exception)
    assert files_of(linked) == before


def test_each_command_is_a_target_of_make_and_stands_in_the_readme():
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in get_command(commands.commands(ROOT)).commands:
        assert f"\n{name}: ## " in made
        assert f"`make {name} " in readme


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (["move", "OLD=a", "NEW=b c", "URL=d"], 'move --url "d" -- "a" "b c"'),
        (["rename-anchor", "PAGE=a", "OLD=b", "NEW=c", "YES=1"], '--yes -- "a" "b" "c"'),
        (["remove", "PAGE=a", "REASON_NO=x y", "REASON_EN=z"], '--reason-no "x y" --reason-en "z"'),
        (["translated", "PAGES=a", "SECTION=b c"], '--section "b" --section "c" -- a'),
        (["translated", "ALL=1"], "translated --all"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_make_hands_on_what_was_typed(target, said):
    done = subprocess.run(
        ["make", "--dry-run", *target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said in " ".join(done.stdout.split())


@pytest.mark.parametrize("words", [MOVE, REMOVE, RENAME], ids=lambda words: words[0])
@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("mkdocs.yml", "nav: [\n", "mkdocs.yml:"),
        ("data/permalinks.yml", "- {page: a\n", "data/permalinks.yml:"),
        ("data/timeline.yml", "- id: a\n\tb: c\n", "data/timeline.yml:"),
        ("docs/no/index.md", "no front matter", "docs/no/index.md:1: the front matter is missing"),
    ],
)
def test_a_project_that_cannot_be_read_is_told_and_left(linked, words, path, text, said):
    (linked.root / path).write_text(text, encoding="utf-8")
    before = files_of(linked)
    done = typed(linked, *words, "--yes")
    if done.exit_code == 0:
        # What the change does not touch may wait for its mend.
        assert path not in done.output
        return
    assert isinstance(done.exception, ProblemsFound), done.exception
    assert any(str(each).startswith(said) for each in done.exception.problems)
    assert files_of(linked) == before


def test_a_page_that_was_reviewed_today_already_is_told_as_such(linked):
    no, en = "docs/no/metoden/historie.md", "docs/en/metoden/historie.md"
    assert typed(linked, "reviewed", no).output == f"Reviewed: {no}.\n"
    again = typed(linked, "reviewed", no, en)
    assert again.output == f"Reviewed: {en}.\nReviewed today already: {no}.\n"
    assert typed(linked, "reviewed", en, en).output == f"Reviewed today already: {en}.\n"
