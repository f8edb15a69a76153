"""Writes the JSON from which the browser builds a reader's own agenda: three files per language."""

from __future__ import annotations

import json
from typing import Any

from scripts.content.agenda_blocks import agenda_blocks
from scripts.documents.own_agenda.data import agenda_data
from scripts.documents.own_agenda.slides import slides_kit
from scripts.documents.own_agenda.word import word_kit
from scripts.language.locales import Locale
from scripts.pipeline.language_job import LanguageJob
from scripts.web.tokens import read_tokens

PAGE = "own-agenda"
FOLDER = "assets/agenda"


def agenda_files(locale: Locale) -> dict[str, str]:
    """The paths of one language's files, relative to the edition's root, by their content."""
    return {
        "blocks": f"{FOLDER}/{locale.lang}.json",
        "word": f"{FOLDER}/{locale.lang}-word.json",
        "slides": f"{FOLDER}/{locale.lang}-slides.json",
    }


def write_agenda_files(job: LanguageJob) -> None:
    """Write the three files, unless the page of the agenda builder is missing."""
    build, locale, imprint = job.build, job.locale, job.imprint
    page = build.page(PAGE, locale)
    if page is None:
        return
    words, tokens = build.words(locale), read_tokens(build.project)
    records = build.content.datasets.records
    pages = build.content.site.by_id(locale)
    about = (locale, imprint.name, imprint.newest + page.url, words, tokens)
    contents: dict[str, Any] = {
        "blocks": agenda_data(
            agenda_blocks(build.content.site, records, locale),
            records["phases"],
            words,
            lambda id_: pages[id_].url if id_ in pages else "",
        ),
        "word": word_kit(*about),
        "slides": slides_kit(*about),
    }
    for name, path in agenda_files(locale).items():
        text = json.dumps(contents[name], ensure_ascii=False, separators=(",", ":"))
        job.write(path, f"{text}\n")
