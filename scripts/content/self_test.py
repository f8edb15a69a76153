"""The rule of “Hvor står dere?”: from answers to the step they lead to (data/self-test.yml).

Steps are gone through from the top, and the first whose answers give its points decides. The
rule is this site's own; docs/assets/js/self-test.js follows it in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from scripts.content.records import SelfTestStep, SelfTestStepQuestions

Answer = Literal["yes", "partly", "no", "unsure"]
# In the order in which readers meet them.
ANSWERS: tuple[Answer, ...] = ("yes", "partly", "no", "unsure")
# The id of a question -> its answer.
Answers = Mapping[str, Answer]


def points_of(question: SelfTestStepQuestions) -> dict[Answer, int]:
    """The answers that a question has, with their points."""
    points = question["points"]
    return {answer: points[answer] for answer in ANSWERS if answer in points}


def step_points(step: SelfTestStep, answers: Answers) -> int:
    """The sum of a step; a question that is not answered counts nothing."""
    return sum(
        points_of(question)[answers[question["id"]]]
        for question in step["questions"]
        if question["id"] in answers
    )


def outcome(steps: Iterable[SelfTestStep], answers: Answers) -> SelfTestStep | None:
    """The first step whose answers give its points, None where no step has them."""
    return next((step for step in steps if step_points(step, answers) >= step["at_least"]), None)


def extreme(steps: Iterable[SelfTestStep], *, highest: bool) -> dict[str, Answer]:
    """The answers that give these steps as many points as they can have, or as few."""
    choose = max if highest else min
    found: dict[str, Answer] = {}
    for step in steps:
        for question in step["questions"]:
            points = points_of(question)
            found[question["id"]] = choose(points, key=lambda answer: points[answer])
    return found


def way_to(steps: Sequence[SelfTestStep], at: int) -> dict[str, Answer]:
    """The answers that lead to a step if any do: none before it is held up, and it is."""
    return extreme(steps[:at], highest=False) | extreme(steps[at : at + 1], highest=True)
