"""The self-test leads every set of answers somewhere, and the script reckons as the checks do."""

import json
import random
import subprocess

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.self_test import (
    answers_leading_to,
    extreme_answers,
    outcome,
    points_of,
    step_points,
)
from scripts.devtools.system_packages import program
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
STEPS = RECORDS["self-test"]
QUESTIONS = [question for step in STEPS for question in step["questions"]]
SCRIPT = (ROOT / "docs/assets/js/self-test.js").as_uri()
# What a browser does with sets of answers that come on standard input.
RUN = f"""
import {{ outcome }} from "{SCRIPT}";
let text = "";
for await (const part of process.stdin) text += part;
const {{ steps, sets }} = JSON.parse(text);
console.log(JSON.stringify(sets.map((answers) => outcome(steps, answers).step)));
"""


def drawn(number, *, all_answered=True):
    """Sets of answers, the same in each run; most lean to what leads far down."""
    chance = random.Random(7)
    sets = []
    for _ in range(number):
        lean = chance.random()
        answers = {}
        for question in QUESTIONS:
            points = points_of(question)
            best = min(points, key=points.get)
            answers[question["id"]] = best if chance.random() < lean else chance.choice([*points])
        if not all_answered:
            answers = {id_: answer for id_, answer in answers.items() if chance.random() < 0.8}
        sets.append(answers)
    return sets


@pytest.mark.parametrize("at", range(len(STEPS)), ids=[step["id"] for step in STEPS])
def test_some_answers_lead_to_each_step(at):
    assert outcome(STEPS, answers_leading_to(STEPS, at)) is STEPS[at]


def test_each_phase_and_not_now_can_be_where_one_begins():
    assert [step["phase"] for step in STEPS if "phase" in step] == [
        phase["id"] for phase in RECORDS["phases"]
    ]
    assert any(step.get("not_now") for step in STEPS)


def test_every_step_begins_at_two_points_as_the_sheet_says():
    """The page with the papers names the number in words, since the sheet has no column for it."""
    assert {step["at_least"] for step in STEPS if step["questions"]} == {2}


def test_no_answers_lead_nowhere():
    assert outcome(STEPS, extreme_answers(STEPS, highest=False)) is STEPS[-1]
    assert outcome(STEPS, extreme_answers(STEPS, highest=True)) is STEPS[0]
    assert all(outcome(STEPS, answers) for answers in drawn(2000))


def test_two_points_are_what_each_step_wants_as_the_page_says_in_words():
    assert [step["at_least"] for step in STEPS] == [*[2] * (len(STEPS) - 1), 0]


def test_a_reason_that_names_another_question_has_its_number():
    told = {each["id"]: each["why"]["en"] for each in QUESTIONS}
    assert "in question 10 " in told["in-use"]
    assert [each["id"] for each in QUESTIONS].index("proposals") + 1 == 10


def test_each_question_can_decide():
    best = extreme_answers(STEPS, highest=False)
    for step in STEPS:
        for question in step["questions"]:
            points = points_of(question)
            worst = max(points, key=points.get)
            assert outcome(STEPS, best | {question["id"]: worst}) is step, question["id"]


def test_what_is_unsure_never_counts_less_than_any_other_answer():
    for question in QUESTIONS:
        points = points_of(question)
        assert points["unsure"] == max(points.values()), question["id"]


def test_an_answer_that_is_not_given_counts_nothing():
    assert step_points(STEPS[0], {}) == 0


@pytest.fixture(scope="module")
def in_a_browser():
    node = program("node")
    assert node, "node was not found – run `make test`, which installs it"
    steps = [
        {"id": step["id"], "atLeast": step["at_least"], "questions": step["questions"]}
        for step in STEPS
    ]

    def run(sets):
        done = subprocess.run(
            [node, "--input-type=module", "--eval", RUN],
            input=json.dumps({"steps": steps, "sets": sets}),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_the_script_reckons_as_the_checks_do(in_a_browser):
    sets = [*drawn(2000), *(answers_leading_to(STEPS, at) for at in range(len(STEPS)))]
    whole = [extreme_answers(STEPS, highest=False) | answers for answers in sets]
    found = in_a_browser(whole)
    assert found == [outcome(STEPS, answers)["id"] for answers in whole]
    assert set(found) == {step["id"] for step in STEPS}


def test_what_the_script_tells_early_holds_however_the_rest_is_answered(in_a_browser):
    some = drawn(1000, all_answered=False)
    worst, best = extreme_answers(STEPS, highest=True), extreme_answers(STEPS, highest=False)
    told = in_a_browser(some)
    assert None in told
    assert len(set(told)) > 5
    for answers, step in zip(some, told, strict=True):
        ends = {outcome(STEPS, rest | answers)["id"] for rest in (worst, best)}
        assert step is None or ends == {step}
