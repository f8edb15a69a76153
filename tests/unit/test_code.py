"""The code keeps the rules of the house."""

import ast
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.unit.projects import ROOT

# From npm (tests/package.json); scripts/devtools/npm.py installs them.
NODE_PROGRAMS = ROOT / "tests" / "node_modules" / ".bin"
LONGEST_LINE = 100
# Of modules, in lines (CONTRIBUTING.md).
LONGEST = 220


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
        ("lint-imports",),
        ("deptry", "."),
    ],
    ids=" ".join,
)
def test_code_is_clean(command):
    """Style, types, arrows between packages, and dependencies that are declared and used."""
    program = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("eslint", "."),
        ("stylelint", "overrides/**/*.css", "docs/assets/css/*.css"),
        ("prettier", "--check", "."),
    ],
    ids=" ".join,
)
def test_scripts_and_styles_are_clean(command):
    """Faults, names that hide others, and one form; `eslint --fix .` and so on mend most."""
    program = NODE_PROGRAMS / command[0]
    assert program.exists(), f"{command[0]} is not there – run `make test`, which installs it"
    assert shutil.which("node"), "node was not found – run `make test`, which installs it"
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_scripts_and_styles_fit_a_window():
    """Neither formatter breaks a comment or a string."""
    files = [
        *(ROOT / "overrides").rglob("*.css"),
        *(ROOT / "docs" / "assets").rglob("*.css"),
        *(ROOT / "docs" / "assets").rglob("*.js"),
        *(ROOT / "tests" / "js").rglob("*.js"),
    ]
    assert len(files) > 30
    assert [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ] == []


def test_no_module_is_longer_than_a_reader_keeps_in_mind():
    modules = sorted((ROOT / "scripts").rglob("*.py"))
    assert len(modules) > 20
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules
    }
    # Made from the schemas, one line a key; the generator is the module that people read.
    del lengths["scripts/content/records.py"]
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_a_file_that_the_code_names_is_there():
    """In comments too: whoever reads one goes there next."""
    named = re.compile(r"(?<![\w/.{}-])(?:docs/assets|overrides|scripts|tests)/[\w./*-]*[\w*/]")
    files = [
        *(ROOT / "scripts").rglob("*.py"),
        *(ROOT / "docs" / "assets").rglob("*.js"),
        *(path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".css"}),
    ]
    assert len(files) > 100
    assert [
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in sorted(files)
        for name in named.findall(path.read_text(encoding="utf-8"))
        if not any(ROOT.glob(name.rstrip("/")))
    ] == []


def test_no_template_decides_what_may_be_trusted_as_html():
    """What is HTML is so by its type, where it is made (scripts/pipeline/templates.py)."""
    pattern = re.compile(r"\|\s*safe\b|autoescape\s+false")
    templates = [
        path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".xml"}
    ]
    assert len(templates) > 20
    texts = {path.name: path.read_text(encoding="utf-8") for path in templates}
    assert [name for name, text in texts.items() if pattern.search(text)] == []


# Methods of lists, dictionaries and texts, but for what a macro or block may be called.
METHODS = {name for kind in (list, dict, str) for name in dir(kind) if not name.startswith("_")} - {
    "title"
}


def test_no_template_calls_a_method_of_python():
    """What one would gather or compose is worked out in Python, where a test can see it.

    Words are filled by what hands them out, `t("key", name=value)`.
    """
    templates = [
        path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".xml"}
    ]
    assert len(templates) > 20
    assert [
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in templates
        for tag in re.findall(r"{[{%].*?[%}]}", path.read_text(encoding="utf-8"), re.DOTALL)
        for name in re.findall(r"\.(\w+)\(", tag)
        if name in METHODS
    ] == []


def test_no_folder_of_tests_is_left_out_by_its_name(pytestconfig):
    left_out = pytestconfig.getini("norecursedirs")
    folders = {
        folder.name
        for path in (ROOT / "tests").rglob("test_*.py")
        if "node_modules" not in path.parts
        for folder in path.relative_to(ROOT).parents
    }
    assert {"unit", "build", "browser", "search", "print"} <= folders
    assert [name for name in folders for pattern in left_out if fnmatch(name, pattern)] == []


def test_checks_tell_problems_apart_by_kind_and_not_by_their_words():
    """Else a message that somebody rewords is told twice, or not at all (problems.Kind)."""
    for path in (ROOT / "scripts").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        read = [line for node in ast.walk(tree) for line in _lines_that_read_messages(node)]
        assert not read, f"{path.relative_to(ROOT)}:{read} asks for words of a message"


def _lines_that_read_messages(node):
    """Where `in problem.what`, `problem.what.startswith(…)` or `x == problem.what` stands."""
    asked = []
    if isinstance(node, ast.Compare):
        asked = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        # `self.what` is the text of a record that knows itself.
        asked = [node.func.value, *(node.args if node.func.attr in {"match", "search"} else [])]
    return [
        each.lineno
        for each in asked
        if isinstance(each, ast.Attribute)
        and each.attr == "what"
        and not (isinstance(each.value, ast.Name) and each.value.id == "self")
    ]
