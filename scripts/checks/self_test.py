"""“Hvor står dere?”: every step is reached by some answers, and leads to what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.datasets import Datasets
from scripts.content.markdown import headings
from scripts.content.near_pages import near_id
from scripts.content.pages import Site
from scripts.content.placeholders import placeholders
from scripts.content.records import SelfTestStep, SelfTestStepQuestions
from scripts.content.self_test import answers_leading_to, extreme_answers, outcome, points_of

# What a step that leads to no phase says itself.
_SAYS = ("title", "first", "back", "read")
_TEST, _RULE = "self-test", "self-test-rule"


@dataclass(frozen=True)
class _Teller:
    """Makes problems of data/self-test.yml."""

    parsed: YamlText

    def __call__(
        self, where: Where, what: str, mend: str, kind: Kind | None = None, about: str = ""
    ) -> Problem:
        line = self.parsed.line(where)
        return Problem(self.parsed.path, line, what, mend, kind=kind, about=about)


def check_self_test(site: Site, loaded: Datasets) -> list[Problem]:
    """Steps that no answers reach, answers that lead nowhere, and names of what does not exist."""
    parsed = loaded.files.get("self-test")
    steps = loaded.records.get("self-test", [])
    if parsed is None or not steps:
        return []
    told = _Teller(parsed)
    found = [*_ids(steps, told), *_reached(steps, told), *_phases(steps, loaded, told)]
    for number, step in enumerate(steps):
        found += [*_own_words(number, step, told), *_read(number, step, site, told)]
        for at, question in enumerate(step["questions"]):
            found += _question((number, "questions", at), step, question, loaded, told)
    return [*found, *_without_rule(site)]


def _ids(steps: Sequence[SelfTestStep], told: _Teller) -> Iterator[Problem]:
    """Answers stand in the address by the ids of their questions."""
    seen: set[str] = set()
    for number, step in enumerate(steps):
        for at, question in enumerate(step["questions"]):
            if question["id"] in seen:
                what = f'two questions have the id "{question["id"]}"'
                yield told((number, "questions", at, "id"), what, "give one another id")
            seen.add(question["id"])


def _reached(steps: Sequence[SelfTestStep], told: _Teller) -> Iterator[Problem]:
    """Whether some answers lead to each step, and all answers to some step.

    No question is of two steps: so the answers that hold a step up least, and itself most, lead
    there if any do.
    """
    for number, step in enumerate(steps):
        where: Where = (number, "at_least")
        if outcome(steps, answers_leading_to(steps, number)) is not step:
            what = f'no answers lead to the step "{step["id"]}"'
            yield told(where, what, "give its answers more points, or lower at_least")
        if number + 1 < len(steps) and outcome([step], extreme_answers([step], highest=False)):
            # Those below are reached by nothing, which is one fault; and so is a question whose
            # answers all count the same.
            if all(map(_matters, step["questions"])):
                what = f'all answers lead to the step "{step["id"]}", and none to those below'
                yield told(where, what, "raise at_least, or give some answers fewer points")
            return
    if outcome(steps, extreme_answers(steps, highest=False)) is None:
        what = "there are answers that lead to no step"
        yield told((len(steps) - 1, "at_least"), what, "let the last step have at_least: 0")


def _matters(question: SelfTestStepQuestions) -> bool:
    """Whether something depends on the answer."""
    return len(set(points_of(question).values())) > 1


def _phases(steps: Sequence[SelfTestStep], loaded: Datasets, told: _Teller) -> Iterator[Problem]:
    known = [phase["id"] for phase in loaded.records.get("phases", [])]
    led = [step["phase"] for step in steps if "phase" in step]
    for number, step in enumerate(steps):
        phase = step.get("phase")
        if known and phase is not None and phase not in known:
            mend = did_you_mean(phase, known) or "see data/phases.yml"
            what = f'unknown phase "{phase}"'
            yield told((number, "phase"), what, mend, Kind.UNKNOWN_PHASE, phase)
            return  # The one that is missing may be the one that is unknown.
    for phase in known:
        if phase not in led:
            yield told((0, "id"), f'no step leads to "{phase}"', "write one with a question")
    if not any(step.get("not_now") for step in steps):
        yield told((0, "id"), "no step leads to “not now”", "write not_now: true where one does")


def _own_words(number: int, step: SelfTestStep, told: _Teller) -> Iterator[Problem]:
    said = [key for key in _SAYS if key in step]
    if "phase" in step:
        for key in said:
            what = f'"{step["id"]}" leads to a phase, whose page says what to do'
            yield told((number, key), what, f"take {key} out")
    elif missing := [key for key in _SAYS if key not in step]:
        what = f'"{step["id"]}" leads nowhere: it has no {", ".join(missing)}'
        yield told((number, "id"), what, "add it, or name the phase that it leads to")


def _read(number: int, step: SelfTestStep, site: Site, told: _Teller) -> Iterator[Problem]:
    read = step.get("read")
    if read is None:
        return
    pages = [page for page in site.pages if page.id == read["page"]]
    if not pages:
        mend = near_id(read["page"], {page.id for page in site.pages}) or "write the page"
        what = f'unknown page "{read["page"]}"'
        yield told((number, "read", "page"), what, mend, Kind.UNKNOWN_PAGE, read["page"])
    anchor = read.get("anchor")
    for page in pages:
        anchors = [each.anchor for each in headings(page.body) if each.anchor]
        if anchor is not None and anchor not in anchors:
            mend = did_you_mean(anchor, anchors) or "see the headings of the page"
            what = f'{page.path} has no heading "{anchor}"'
            yield told((number, "read", "anchor"), what, mend)


def _question(
    where: Where,
    step: SelfTestStep,
    question: SelfTestStepQuestions,
    loaded: Datasets,
    told: _Teller,
) -> Iterator[Problem]:
    if not _matters(question):
        what = f'nothing depends on the answer to "{question["id"]}": all count the same'
        yield told((*where, "points"), what, "let one answer count more, or take the question out")
    phase = step.get("phase")
    offered = {
        "tools": [tool["id"] for tool in loaded.tools_of(phase or "")],
        "papers": [paper["id"] for paper in loaded.records.get("papers", [])],
    }
    used = {"tools": question.get("tools", []), "papers": question.get("papers", [])}
    for key, ids in used.items():
        for at, id_ in enumerate(ids):
            if offered[key] and id_ not in offered[key]:
                mend = did_you_mean(id_, offered[key]) or f"use one of: {', '.join(offered[key])}"
                what = f'the step has no {key.removesuffix("s")} "{id_}"'
                yield told((*where, key, at), what, mend)
    if phase is not None and not any(used.values()):
        what = f'"{question["id"]}" leads to no tool and no paper'
        yield told((*where, "id"), what, "add tools or papers")


def _without_rule(site: Site) -> Iterator[Problem]:
    """The result of the test is told in the words of the rule, which stands on the same page."""
    for page in site.pages:
        shown = {each.name: each.line for each in placeholders(page.body, page.body_line)}
        if _TEST in shown and _RULE not in shown:
            what = f"{{{{ {_TEST} }}}} stands without the rule it follows"
            yield Problem(page.path, shown[_TEST], what, f"add {{{{ {_RULE} }}}} below it")
