"""The JSON that a phase's planner fetches: the words of its form, its letters and shopping list.

Separate files and not part of the page, since only those who plan a workshop need them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from scripts.content.datasets import find_record, own_record, tools_of
from scripts.content.gatherings import gatherings
from scripts.content.letter_texts import PLANNED, letters_to
from scripts.content.materials import needs_of_tool
from scripts.content.pages import SourcePage
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.pipeline.context import Build
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_styles import SCRIPTS

# The messages that handouts.js shows around the list and the letters. A test holds these, and those
# of the form, to what the scripts ask for.
HANDOUT_WORDS = (
    *("shopping", "shopping.for", "shopping.assumed", "shopping.print", "shopping.show"),
    *("shopping.bought", "shopping.found", "shopping.made"),
    *("letter.invitation", "letter.thanks", "letter.how", "letter.subject"),
    *(f"{of}.{key}" for of in ("letter", "shopping") for key in ("copy", "copied", "not-copied")),
)


def planner_path(page: SourcePage) -> str:
    """The path of a phase's file, relative to the edition's root."""
    return f"{SCRIPTS}/plans/{page.id}.{page.locale.lang}.json"


def form_path(locale: Locale) -> str:
    """The path of the words of a language's form, relative to the edition's root."""
    return f"{SCRIPTS}/plans/{locale.lang}.json"


def form_words(words: Messages) -> dict[str, str]:
    """The messages of the planner's form, by the names that its script knows them by."""
    return {
        "plan": words("plan"),
        "start": words("plan.start"),
        "adapt": words("plan.adapt"),
        "form": words("short.form"),
        "day": words("plan.day"),
        "people": words("plan.people"),
        "pause": words("plan.pause"),
        "after": words("plan.after"),
        "about": words("short.about"),
        "tools": words("plan.tools"),
        "print": words("plan.print"),
        "calendar": words("plan.calendar"),
        "copy": words("plan.copy"),
        "reset": words("plan.reset"),
        "clock": words("plan.clock"),
        "all": words("plan.all"),
        "span": words("plan.span"),
        "tomorrow": words("plan.tomorrow"),
        "break": words("plan.break"),
        "copied": words("plan.copied"),
        "notCopied": words("plan.not-copied"),
        "workshop": words("plan.workshop"),
        "send": words("plan.send"),
        "answers": words("plan.answers"),
        "whole": words("short.whole"),
        "materials": words("facts.materials"),
    }


def write_planner_files(job: LanguageJob) -> None:
    """Write the words of the form in one language, and the file of each phase that has letters."""
    letters = job.build.content.datasets.records["letters"]
    words = json.dumps(
        form_words(job.build.words(job.locale)), ensure_ascii=False, separators=(",", ":")
    )
    job.write(form_path(job.locale), words)
    for page in job.build.content.site.of(job.locale).values():
        if page.kind == "phase" and find_record(letters, page):
            data = planner_data(page, job.build)
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            job.write(planner_path(page), text)


def planner_data(page: SourcePage, build: Build) -> dict[str, Any]:
    """The letters and materials of a phase: of its workshop, short meetings and tools."""
    records, words = build.content.datasets.records, build.words(page.locale)
    phase, letters = own_record(records["phases"], page), own_record(records["letters"], page)
    return {
        "words": {key: words(key) for key in HANDOUT_WORDS},
        "blanks": {name: words(f"letter.blank.{name}") for name in PLANNED},
        "meetings": {
            each["key"]: each | asdict(letters_to(each["key"], letters, phase, words))
            for each in _meetings(page, build, words)
        },
        "tools": {
            tool["id"]: needs_of_tool(tool, records, words)
            for tool in tools_of(records, phase["id"])
        },
    }


def _meetings(page: SourcePage, build: Build, words: Messages) -> Iterator[dict[str, Any]]:
    """The counts for each meeting: people, groups, and all materials."""
    for each in gatherings(page, build.content.datasets.records, words):
        yield {
            "key": each.key,
            "name": each.name,
            "people": each.people[0],
            "group": each.group,
            "needs": each.needs,
        }
