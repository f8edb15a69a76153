"""Writes guides, sheets, the handbook and the poster of one language as PDF/UA."""

from __future__ import annotations

import shutil

from scripts.documents.pdf.make import printables
from scripts.documents.pdf.queue import printed
from scripts.pipeline.language_job import LanguageJob


def write_print_files(job: LanguageJob) -> None:
    """Make the PDFs of one language.

    Raises:
        ProblemsFound: a document cannot be rendered correctly.
    """
    documents = printables(job.build.content.site, job.paper)
    for name, path in printed(job.build.project, documents).items():
        target = job.site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
