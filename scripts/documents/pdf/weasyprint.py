"""HTML to PDF/UA-1 and PDF/A-2a with WeasyPrint, in a process of its own.

Whatever WeasyPrint logs is a fault: a style it does not know, a link that leads nowhere,
a picture without a text. A file is written aside and then moved, so that there is a
whole one or none.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.common.paths import Project
from scripts.documents.pdf.font_files import foreign_fonts
from scripts.documents.pdf.ua_artifacts import mended
from scripts.documents.pdf.whole_figures import whole_figures
from scripts.web.tokens import read_tokens

# The style sheets that every document has; some have one more, of their own kind.
STYLES = ("typefaces", "page", "text", "front", "forms", "papers")

OUTSIDE = "does not fit between the margins of page"
# What is laid over them, one after the other, until all fits between the margins.
NARROWER = ("narrow", "narrower", "narrowest")

# Thin pages before the last, and at the end.
_NONE = (0, 0)
# With more forms than this, the closest is set first.
_FEW = 3


@dataclass(frozen=True)
class Job:
    """One document to print: of `html` the best that fits in `most` pages, or the first.

    `one_sided` is what must not have another sheet on its back.
    """

    name: str
    html: tuple[str, ...]
    most: int | None
    styles: tuple[str, ...]
    project: Project
    target: Path
    one_sided: bool = False


def print_job(job: Job) -> list[str]:
    """Write the document, or say what is wrong with it."""
    # A document is a million objects that live till it is done: garbage collection would take
    # a fifth of the time and find nothing.
    gc.disable()
    log = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(log)
    try:
        data = _pdf(job, log)
    finally:
        logger.removeHandler(log)
        gc.enable()
    if data is None or log.said:
        return log.said
    data = mended(data, job.one_sided)
    if strange := foreign_fonts(data):
        return [f"the letters of {', '.join(strange)} are used, which are not the site's"]
    job.target.parent.mkdir(parents=True, exist_ok=True)
    aside = job.target.with_suffix(f".{os.getpid()}.part")
    aside.write_bytes(data)
    aside.replace(job.target)
    return []


def _pdf(job: Job, log: _Listener) -> bytes | None:
    """The best of the forms: it fits, and no other has fewer thin pages, or then fewer pages.

    Of equals it is the first. The last is the closest: no other has fewer pages, so where there
    are many it is set first, and tells when a better one cannot come.
    """
    configuration, sheets = _styles(job.project, job.styles)
    order = list(range(len(job.html)))
    closest_first = len(order) > _FEW
    if closest_first:
        order.insert(0, order.pop())
    pages, best, fewest, least = 0, None, (*_NONE, 0, 0), 0
    for number in order:
        document, outside = _laid_out(job.html[number], job, sheets, configuration)
        if outside:
            log.said.append(f'"{outside[0]}" {OUTSIDE} {outside[1]}')
            return None
        pages = len(document.pages)
        least = least or pages
        if job.most is not None and pages > job.most:
            continue
        thin = _thin_pages(document) if len(job.html) > 1 else _NONE
        wasted = (thin[0], pages, thin[1], number)
        if best is None or wasted < fewest:
            best, fewest = document, wasted
        is_trial = closest_first and number == order[0]
        if thin == _NONE and pages <= least and not is_trial:
            break
    if best is None:
        log.said.append(f"it has {pages} pages, and {job.most} is the most that it may have")
        return None
    # Not compressed here: the mending reads the streams, and compresses after.
    return bytes(
        best.write_pdf(pdf_variant="pdf/ua-1", output_intent="srgb", uncompressed_pdf=True)
    )


def _laid_out(
    html: str, job: Job, sheets: list[Any], configuration: Any
) -> tuple[Any, tuple[str, int] | None]:
    """The document with all between the margins, or what is not there even so."""
    base = f"{job.project.print_templates}/"
    source = _weasyprint().HTML(string=html, base_url=base)
    document = source.render(stylesheets=sheets, font_config=configuration)
    outside = _cut_off(document)
    if outside is not None:
        source = _weasyprint().HTML(string=whole_figures(html), base_url=base)
    for name in NARROWER:
        if outside is None:
            break
        sheets = [*sheets, _sheet(job.project, name, configuration)]
        document = source.render(stylesheets=sheets, font_config=configuration)
        outside = _cut_off(document)
    return document, outside


def _cut_off(document: Any) -> tuple[str, int] | None:
    module = importlib.import_module("scripts.documents.pdf.overflow")
    found: tuple[str, int] | None = module.cut_off(document)
    return found


def _thin_pages(document: Any) -> tuple[int, int]:
    module = importlib.import_module("scripts.documents.pdf.page_fill")
    found: tuple[int, int] = module.thin_pages(document)
    return found


@cache
def _weasyprint() -> Any:
    """WeasyPrint, loaded where it is used: it needs libraries that not every machine has."""
    module = importlib.import_module("weasyprint")
    importlib.import_module("scripts.documents.pdf.ua_tags").complete_tags()
    return module


@cache
def _styles(project: Project, names: tuple[str, ...]) -> tuple[Any, list[Any]]:
    """The style sheets with the typefaces they bring, read once a process."""
    configuration = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    return configuration, [_sheet(project, name, configuration) for name in names]


@cache
def _sheet(project: Project, name: str, configuration: Any) -> Any:
    path = project.print_templates / f"{name}.css"
    text = read_tokens(project).resolved(path.read_text(encoding="utf-8"))
    return _weasyprint().CSS(string=text, base_url=path.as_uri(), font_config=configuration)


class _Listener(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() not in self.said:
            self.said.append(record.getMessage())
