"""Small changes that tests should notice: each is one place, and the sample does not move."""

import ast

import pytest

from scripts.common.problems import ProblemsFound
from scripts.devtools import mutate
from scripts.devtools.mutants import changed_code, mutants
from scripts.devtools.mutate import copied, passes, run, sample
from scripts.devtools.record_types import OUTPUT
from tests.unit.projects import ROOT

MODULE = "scripts/content/small.py"


TEST = "from scripts.content.small import f\n\n\ndef test_f():\n    assert f(1) == {}\n"


def small_project(root, test):
    """A project of one module, which `changes` writes, and a test of it."""
    (root / "tests/unit/content").mkdir(parents=True)
    (root / "tests/unit/checks").mkdir()
    (root / "tests/unit/content/test_small.py").write_text(test)
    (root / "tests/unit/checks/test_run.py").write_text("def test_nothing():\n    pass\n")
    (root / "scripts").mkdir()
    (root / "scripts/__init__.py").touch()


def changes(root, code):
    """What is done to a module, and the code that it gives."""
    (root / "scripts/content").mkdir(parents=True, exist_ok=True)
    (root / MODULE).write_text(code, encoding="utf-8")
    return {each.what: changed_code(root, each) for each in mutants(root, MODULE)}


@pytest.mark.parametrize(
    ("code", "what", "changed"),
    [
        ("a == b", "Eq → NotEq", "a != b"),
        ("a < b", "Lt → LtE", "a <= b"),
        ("a in b", "In → NotIn", "a not in b"),
        ("a and b", "And → Or", "a or b"),
        ("a + b", "Add → Sub", "a - b"),
        ("x = not a", "not dropped", "x = a"),
        ("x = True", "True → False", "x = False"),
        ("x = 7", "7 → 8", "x = 8"),
        ("x = 'a'", "'a' emptied", "x = ''"),
        ("x += y", "dropped: x += y", "pass"),
        ("f(x)", "dropped: f(x)", "pass"),
        ("def f():\n    return x", "returns None: return x", "def f():\n    return None"),
        ("if a:\n    b", "negated: a", "if not a:\n    b"),
    ],
)
def test_each_kind_of_change_is_made_in_one_place(tmp_path, code, what, changed):
    assert changes(tmp_path, code)[what] == changed


@pytest.mark.parametrize(
    "code",
    [
        '"""Only said."""',
        "from a import b",
        "x: 'int'",
        "def f() -> 'int':\n    return None",
        "X = Literal['a', 'b']",
        "X = Literal['a']",
        "x = cast('Y', y)",
    ],
)
def test_what_no_test_could_notice_is_left_alone(tmp_path, code):
    assert changes(tmp_path, code) == {}


def test_every_change_of_the_real_code_is_another_code_that_python_reads():
    module = "scripts/checks/coverage.py"
    same = ast.unparse(ast.parse((ROOT / module).read_text(encoding="utf-8")))
    found = [changed_code(ROOT, each) for each in mutants(ROOT, module)]
    assert len(found) > 40
    assert same not in found
    assert len(set(found)) == len(found)
    for code in found:
        ast.parse(code)


def test_a_sample_is_the_same_each_time_and_another_with_another_seed():
    assert sample(ROOT, 20, 1) == sample(ROOT, 20, 1)
    assert sample(ROOT, 20, 1) != sample(ROOT, 20, 2)
    assert len(set(sample(ROOT, 20, 1))) == 20


def test_types_that_are_generated_are_left_out_of_a_sample(tmp_path):
    (tmp_path / OUTPUT).parent.mkdir(parents=True)
    (tmp_path / OUTPUT).write_text("x = 1\n", encoding="utf-8")
    (tmp_path / MODULE).write_text("y = 2\n", encoding="utf-8")
    assert [each.module for each in sample(tmp_path, 9, 1)] == [MODULE]
    assert (ROOT / OUTPUT).is_file(), "a file of another name would be left out, and this one not"


def test_tests_of_a_module_are_those_that_import_it_or_all_of_its_package():
    assert mutate.tests_of(ROOT, "scripts/search/lexicon.py") == [
        "tests/unit/search/test_lexicon.py"
    ]
    cases = "tests/unit/checks/test_run.py"
    assert mutate.tests_of(ROOT, "scripts/checks/forms.py") == [
        "tests/unit/checks/test_forms.py",
        cases,
    ]
    assert len(mutate.tests_of(ROOT, "scripts/checks/phase_tools.py")) > 3


def test_a_change_that_tests_notice_is_killed_and_one_that_they_do_not_survives(tmp_path):
    small_project(tmp_path, TEST.format(8))
    changes(tmp_path, "seen = 1\n\n\ndef f(x):\n    return x + 7\n")
    found = {each.what: lives for each, lives in run(tmp_path, mutants(tmp_path, MODULE), 30, 1)}
    assert found == {
        "1 → 2": True,
        "7 → 8": False,
        "Add → Sub": False,
        "returns None: return x + 7": False,
    }
    assert (tmp_path / MODULE).read_text().startswith("seen = 1")


def test_a_test_that_fails_without_any_change_stops_the_run_and_is_named(tmp_path):
    """Else it would notice every change, and the score would be too good."""
    small_project(tmp_path, TEST.format(9))
    changes(tmp_path, "def f(x):\n    return x + 7\n")
    with pytest.raises(ProblemsFound) as found:
        list(run(tmp_path, mutants(tmp_path, MODULE), 30, 2))
    assert [problem.path for problem in found.value.problems] == [
        "tests/unit/content/test_small.py"
    ]


def test_a_busy_machine_makes_no_mutant_killed_and_no_test_a_failure(tmp_path):
    """The limit is that of a quick machine; a test that needs more has more."""
    small_project(tmp_path, "import time\n\n\ndef test_f():\n    time.sleep(5)\n")
    changes(tmp_path, "seen = 1\n")
    assert [lives for _, lives in run(tmp_path, mutants(tmp_path, MODULE), 4, 1)] == [True]


def test_a_copy_holds_what_unit_tests_read_and_not_the_other_rooms_of_tests(tmp_path):
    copy = copied(ROOT, tmp_path / "copy")
    for folder in ("overrides/print/fonts", "tests/unit", "tests/broken", "docs/no"):
        assert (copy / folder).is_dir(), folder
    assert not [room for room in ("browser", "print", "build") if (copy / "tests" / room).exists()]
    assert not list(copy.rglob("__pycache__")) + list(copy.rglob("node_modules"))


def test_most_changes_of_a_small_sample_are_noticed():
    """`make mutants` says more; this holds what takes seconds."""
    chosen = sample(ROOT, 8, 3, ["search"])
    survived = [str(each) for each, lives in run(ROOT, chosen, 60, 2) if lives]
    assert len(survived) <= 1, survived


def test_tests_that_never_end_notice_the_change(tmp_path):
    (tmp_path / "test_slow.py").write_text("def test_slow():\n    while True:\n        pass\n")
    assert not passes(tmp_path, ["test_slow.py"], 2)
