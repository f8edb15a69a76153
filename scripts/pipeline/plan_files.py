"""Writes the workbook of action plan, measurements, time and cost, one in each language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.bibliography.csl_items import Imprint
from scripts.documents.catalogue import of_kind
from scripts.documents.sections import read_parts
from scripts.documents.xlsx.plan import plan_of, plan_xlsx
from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.web.article import Article
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens

_TOOL = "tool-action-plan"


def write_plan_file(
    build: Build, locale: Locale, articles: Mapping[str, Article], imprint: Imprint, site: Path
) -> None:
    """Make the workbook of one language; there is none without the page of its tool."""
    pages = build.content.site.by_id(locale)
    phases = [page for page in pages.values() if page.kind == "phase"]
    for document in of_kind("plan", build.content.site, locale):
        page = pages[_TOOL]
        address = imprint.newest + page.url
        form = read_parts(articles[_TOOL].tree(WORD), ("form",), address)["form"]
        ordered = sorted(phases, key=lambda phase: phase.meta["number"])
        plan = plan_of(form, ordered, locale, imprint.name, address)
        path = site / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(plan_xlsx(plan, build.words(locale), read_tokens(build.project)))
