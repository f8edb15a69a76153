"""Renders HTML to PDF/UA-1 and PDF/A-2a with WeasyPrint, in a worker process.

Every warning of WeasyPrint is a problem: an unknown style, a broken link, an image without
alternative text. Files are written atomically.
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
from scripts.documents.pdf.ua_artifacts import post_processed
from scripts.documents.pdf.whole_figures import whole_figures
from scripts.web.tokens import read_tokens

# The style sheets of every document; some kinds have one more.
STYLES = ("typefaces", "page", "text", "front", "forms", "papers")

OUTSIDE = "does not fit between the margins of page"
# Added one after the other, until everything fits between the margins.
NARROWER = ("narrow", "narrower", "narrowest")

# The number of thin pages before the last, and at the end.
_NONE = (0, 0)
# With more layouts than this, the tightest is tried first.
_FEW = 3


@dataclass(frozen=True)
class PrintJob:
    """One document to render: the best of the layouts in `html` with at most `most` pages.

    `one_sided` documents must not be printed on both sides.
    """

    name: str
    html: tuple[str, ...]
    most: int | None
    styles: tuple[str, ...]
    project: Project
    target: Path
    one_sided: bool = False


def print_job(job: PrintJob) -> list[str]:
    """Write the document; returns complaints, in which case nothing is written."""
    # Disable the garbage collector: it costs a fifth of the run time, and a document's million
    # objects live until it is done.
    gc.disable()
    log = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(log)
    try:
        data = _pdf(job, log)
    finally:
        logger.removeHandler(log)
        gc.enable()
    if data is None or log.messages:
        return log.messages
    data = post_processed(data, job.one_sided)
    if foreign := foreign_fonts(data):
        return [f"the letters of {', '.join(foreign)} are used, which are not the site's"]
    job.target.parent.mkdir(parents=True, exist_ok=True)
    partial = job.target.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(data)
    partial.replace(job.target)
    return []


def _pdf(job: PrintJob, log: _Listener) -> bytes | None:
    """The best layout: it fits, with the fewest thin pages, and then the fewest pages.

    Ties go to the first. The last layout is the tightest, with the fewest pages: if there are
    many, it is tried first, as the bound at which the search can stop.
    """
    configuration, sheets = _styles(job.project, job.styles)
    order = list(range(len(job.html)))
    tightest_first = len(order) > _FEW
    if tightest_first:
        order.insert(0, order.pop())
    pages, best, fewest, least = 0, None, (*_NONE, 0, 0), 0
    for number in order:
        document, outside = _laid_out(job.html[number], job, sheets, configuration)
        if outside:
            log.messages.append(f'"{outside[0]}" {OUTSIDE} {outside[1]}')
            return None
        pages = len(document.pages)
        least = least or pages
        if job.most is not None and pages > job.most:
            continue
        thin = _thin_pages(document) if len(job.html) > 1 else _NONE
        wasted = (thin[0], pages, thin[1], number)
        if best is None or wasted < fewest:
            best, fewest = document, wasted
        is_trial = tightest_first and number == order[0]
        if thin == _NONE and pages <= least and not is_trial:
            break
    if best is None:
        log.messages.append(f"it has {pages} pages, and {job.most} is the most that it may have")
        return None
    # Uncompressed: post-processing reads the streams, and compresses them.
    return bytes(
        best.write_pdf(pdf_variant="pdf/ua-1", output_intent="srgb", uncompressed_pdf=True)
    )


def _laid_out(
    html: str, job: PrintJob, sheets: list[Any], configuration: Any
) -> tuple[Any, tuple[str, int] | None]:
    """The laid out document, and what overflows in spite of the narrower style sheets."""
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
    overflow: tuple[str, int] | None = module.cut_off(document)
    return overflow


def _thin_pages(document: Any) -> tuple[int, int]:
    module = importlib.import_module("scripts.documents.pdf.page_fill")
    counts: tuple[int, int] = module.thin_pages(document)
    return counts


@cache
def _weasyprint() -> Any:
    """WeasyPrint, imported lazily, since it needs system libraries that may be missing."""
    module = importlib.import_module("weasyprint")
    importlib.import_module("scripts.documents.pdf.ua_tags").complete_tags()
    return module


@cache
def _styles(project: Project, names: tuple[str, ...]) -> tuple[Any, list[Any]]:
    """The style sheets with their fonts, read once per process."""
    configuration = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    return configuration, [_sheet(project, name, configuration) for name in names]


@cache
def _sheet(project: Project, name: str, configuration: Any) -> Any:
    path = project.print_templates / f"{name}.css"
    text = read_tokens(project).resolved(path.read_text(encoding="utf-8"))
    return _weasyprint().CSS(string=text, base_url=path.as_uri(), font_config=configuration)


class _Listener(logging.Handler):
    """Collects logged warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() not in self.messages:
            self.messages.append(record.getMessage())
