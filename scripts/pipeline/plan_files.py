"""Writes the workbook of action plan, measurements, time and cost, one per language."""

from __future__ import annotations

from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.versions import code_fingerprint
from scripts.documents.catalogue import of_kind
from scripts.documents.sections import read_parts
from scripts.documents.xlsx.plan import plan_of, plan_xlsx
from scripts.pipeline.language_job import LanguageJob
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens

_TOOL = "tool-action-plan"


def write_plan_file(job: LanguageJob) -> None:
    """Make the workbook of one language, unless the page of its tool is missing."""
    build, locale = job.build, job.locale
    pages = build.content.site.by_id(locale)
    phases = [page for page in pages.values() if page.kind == "phase"]
    for document in of_kind("plan", build.content.site, locale):
        page = pages[_TOOL]
        address = job.imprint.newest + page.url
        form = read_parts(job.articles[_TOOL].tree(WORD), ("form",), address)["form"]
        ordered = sorted(phases, key=lambda phase: phase.meta["number"])
        plan = plan_of(form, ordered, locale, job.imprint.name, address)
        words, tokens = build.words(locale), read_tokens(build.project)
        cache = FileCache(build.project.root, "tables")
        key = key_of(code_fingerprint(), plan, words, tokens.css)
        job.write(document.path, cache.get(key) or cache.put(key, plan_xlsx(plan, words, tokens)))
        cache.forget_old()
