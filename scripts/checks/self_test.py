"""Checks the self-test “Hvor står dere?”: every step is reachable and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.checks.problem_at import ProblemAt
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where
from scripts.content.datasets import Datasets
from scripts.content.markdown import headings
from scripts.content.near_pages import near_id
from scripts.content.pages import Site
from scripts.content.placeholders import placeholders
from scripts.content.records import SelfTestStep, SelfTestStepQuestions
from scripts.content.self_test import answers_leading_to, extreme_answers, outcome, points_of

# Keys that a step without a phase must have.
_REQUIRED = ("title", "first", "back", "read")
_TEST, _RULE = "self-test", "self-test-rule"


def check_self_test(site: Site, loaded: Datasets) -> list[Problem]:
    """Report unreachable steps, answers that lead nowhere, and unknown references."""
    parsed = loaded.files.get("self-test")
    steps = loaded.records.get("self-test", [])
    if parsed is None or not steps:
        return []
    problem_at = ProblemAt(parsed)
    problems = [
        *_ids(steps, problem_at),
        *_reached(steps, problem_at),
        *_phases(steps, loaded, problem_at),
    ]
    for number, step in enumerate(steps):
        problems += [
            *_texts_of_step(number, step, problem_at),
            *_reading(number, step, site, problem_at),
        ]
        for at, question in enumerate(step["questions"]):
            problems += _question((number, "questions", at), step, question, loaded, problem_at)
    return [*problems, *_missing_rule(site)]


def _ids(steps: Sequence[SelfTestStep], problem_at: ProblemAt) -> Iterator[Problem]:
    """Report duplicate ids: the URL holds each answer by the id of its question."""
    seen: set[str] = set()
    for number, step in enumerate(steps):
        for at, question in enumerate(step["questions"]):
            if question["id"] in seen:
                what = f'two questions have the id "{question["id"]}"'
                yield problem_at((number, "questions", at, "id"), what, "give one another id")
            seen.add(question["id"])


def _reached(steps: Sequence[SelfTestStep], problem_at: ProblemAt) -> Iterator[Problem]:
    """Report steps that no answers lead to, and answers that lead to no step.

    No question belongs to two steps, so it suffices to try the answers that give the step itself
    the most points and those before it the fewest.
    """
    for number, step in enumerate(steps):
        where: Where = (number, "at_least")
        if outcome(steps, answers_leading_to(steps, number)) is not step:
            what = f'no answers lead to the step "{step["id"]}"'
            yield problem_at(where, what, "give its answers more points, or lower at_least")
        if number + 1 < len(steps) and outcome([step], extreme_answers([step], highest=False)):
            # All steps below are unreachable, which is a single fault. A question whose answers all
            # count the same is reported elsewhere.
            if all(map(_matters, step["questions"])):
                what = f'all answers lead to the step "{step["id"]}", and none to those below'
                yield problem_at(where, what, "raise at_least, or give some answers fewer points")
            return
    if outcome(steps, extreme_answers(steps, highest=False)) is None:
        what = "there are answers that lead to no step"
        yield problem_at((len(steps) - 1, "at_least"), what, "let the last step have at_least: 0")


def _matters(question: SelfTestStepQuestions) -> bool:
    """Whether the answers differ in points."""
    return len(set(points_of(question).values())) > 1


def _phases(
    steps: Sequence[SelfTestStep], loaded: Datasets, problem_at: ProblemAt
) -> Iterator[Problem]:
    known = [phase["id"] for phase in loaded.records.get("phases", [])]
    phases_led_to = [step["phase"] for step in steps if "phase" in step]
    for number, step in enumerate(steps):
        phase = step.get("phase")
        if known and phase is not None and phase not in known:
            fix = did_you_mean(phase, known) or "see data/phases.yml"
            what = f'unknown phase "{phase}"'
            yield problem_at((number, "phase"), what, fix, Kind.UNKNOWN_PHASE, phase)
            return  # The unknown phase may be the one that seems to be missing.
    for phase in known:
        if phase not in phases_led_to:
            yield problem_at((0, "id"), f'no step leads to "{phase}"', "write one with a question")
    if not any(step.get("not_now") for step in steps):
        yield problem_at(
            (0, "id"), "no step leads to “not now”", "write not_now: true where one does"
        )


def _texts_of_step(number: int, step: SelfTestStep, problem_at: ProblemAt) -> Iterator[Problem]:
    present = [key for key in _REQUIRED if key in step]
    if "phase" in step:
        for key in present:
            what = f'"{step["id"]}" leads to a phase, whose page says what to do'
            yield problem_at((number, key), what, f"take {key} out")
    elif missing := [key for key in _REQUIRED if key not in step]:
        what = f'"{step["id"]}" leads nowhere: it has no {", ".join(missing)}'
        yield problem_at((number, "id"), what, "add it, or name the phase that it leads to")


def _reading(
    number: int, step: SelfTestStep, site: Site, problem_at: ProblemAt
) -> Iterator[Problem]:
    read = step.get("read")
    if read is None:
        return
    pages = [page for page in site.pages if page.id == read["page"]]
    if not pages:
        fix = near_id(read["page"], {page.id for page in site.pages}) or "write the page"
        what = f'unknown page "{read["page"]}"'
        yield problem_at((number, "read", "page"), what, fix, Kind.UNKNOWN_PAGE, read["page"])
    anchor = read.get("anchor")
    for page in pages:
        anchors = [each.anchor for each in headings(page.body) if each.anchor]
        if anchor is not None and anchor not in anchors:
            fix = did_you_mean(anchor, anchors) or "see the headings of the page"
            what = f'{page.path} has no heading "{anchor}"'
            yield problem_at((number, "read", "anchor"), what, fix)


def _question(
    where: Where,
    step: SelfTestStep,
    question: SelfTestStepQuestions,
    loaded: Datasets,
    problem_at: ProblemAt,
) -> Iterator[Problem]:
    if not _matters(question):
        what = f'nothing depends on the answer to "{question["id"]}": all count the same'
        yield problem_at(
            (*where, "points"), what, "let one answer count more, or take the question out"
        )
    phase = step.get("phase")
    offered = {
        "tools": [tool["id"] for tool in loaded.tools_of(phase or "")],
        "papers": [paper["id"] for paper in loaded.records.get("papers", [])],
    }
    used = {"tools": question.get("tools", []), "papers": question.get("papers", [])}
    for key, ids in used.items():
        for at, id_ in enumerate(ids):
            if offered[key] and id_ not in offered[key]:
                fix = did_you_mean(id_, offered[key]) or f"use one of: {', '.join(offered[key])}"
                what = f'the step has no {key.removesuffix("s")} "{id_}"'
                yield problem_at((*where, key, at), what, fix)
    if phase is not None and not any(used.values()):
        what = f'"{question["id"]}" leads to no tool and no paper'
        yield problem_at((*where, "id"), what, "add tools or papers")


def _missing_rule(site: Site) -> Iterator[Problem]:
    """Report pages with the test but not its rule, which the result refers to."""
    for page in site.pages:
        shown = {each.name: each.line for each in placeholders(page.body, page.body_line)}
        if _TEST in shown and _RULE not in shown:
            what = f"{{{{ {_TEST} }}}} stands without the rule it follows"
            yield Problem(page.path, shown[_TEST], what, f"add {{{{ {_RULE} }}}} below it")
