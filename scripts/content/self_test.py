"""The rule of the self-test “Hvor står dere?”: from answers to a step (data/self-test.yml).

The outcome is the first step, from the top, whose answers reach its points. The rule is this
site's own; docs/assets/js/self-test.js implements it in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from scripts.content.records import SelfTestStep, SelfTestStepQuestions

Answer = Literal["yes", "partly", "no", "unsure"]
# In the order in which they are shown.
ANSWERS: tuple[Answer, ...] = ("yes", "partly", "no", "unsure")
# Question id -> answer.
Answers = Mapping[str, Answer]


def points_of(question: SelfTestStepQuestions) -> dict[Answer, int]:
    """The possible answers to a question, with their points."""
    points = question["points"]
    return {answer: points[answer] for answer in ANSWERS if answer in points}


def step_points(step: SelfTestStep, answers: Answers) -> int:
    """The points of a step; an unanswered question counts as zero."""
    return sum(
        points_of(question)[answers[question["id"]]]
        for question in step["questions"]
        if question["id"] in answers
    )


def outcome(steps: Iterable[SelfTestStep], answers: Answers) -> SelfTestStep | None:
    """The first step whose answers reach its points, None if there is none."""
    return next((step for step in steps if step_points(step, answers) >= step["at_least"]), None)


def extreme_answers(steps: Iterable[SelfTestStep], *, highest: bool) -> dict[str, Answer]:
    """The answers that give these steps the most points possible, or the fewest."""
    choose = max if highest else min
    answers: dict[str, Answer] = {}
    for step in steps:
        for question in step["questions"]:
            points = points_of(question)
            answers[question["id"]] = choose(points, key=lambda answer: points[answer])
    return answers


def answers_leading_to(steps: Sequence[SelfTestStep], index: int) -> dict[str, Answer]:
    """The answers that lead to a step if any do: no earlier step is reached, and it is."""
    return extreme_answers(steps[:index], highest=False) | extreme_answers(
        steps[index : index + 1], highest=True
    )
