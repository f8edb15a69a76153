"""Writes one zip per phase with every file its workshop needs, from files already made."""

from __future__ import annotations

from pathlib import PurePosixPath

from scripts.bibliography.csl_items import Imprint
from scripts.content.datasets import own_record
from scripts.content.gatherings import gatherings
from scripts.content.pages import SourcePage
from scripts.content.papers import papers_of
from scripts.documents.catalogue import Document, documents_of, documents_of_paper, of_kind
from scripts.documents.folder_list import FolderList
from scripts.documents.zip_file import zipped
from scripts.pipeline.context import Build
from scripts.pipeline.language_job import LanguageJob


def write_folder_files(job: LanguageJob) -> None:
    """Pack the files of each phase, its tools and papers and the workbook, with a list of them.

    Every file must exist: a build without PDFs makes no folders.
    """
    build, locale = job.build, job.locale
    words = build.words(locale)
    for folder in of_kind("folder", build.content.site, locale):
        contents = _documents_for(build, folder.page)
        readme = words("folder.readme")
        text = _readme(build, folder, contents, job.imprint).encode("utf-8-sig")
        members = [(readme, text)]
        members += [
            (PurePosixPath(each.path).name, (job.site / each.path).read_bytes())
            for each in contents
        ]
        name = PurePosixPath(folder.path).stem
        job.write(folder.path, zipped((f"{name}/{member}", data) for member, data in members))


def _documents_for(build: Build, page: SourcePage) -> list[Document]:
    """The documents of a phase, of its tools and of its papers, without duplicates."""
    datasets, pages = build.content.datasets, build.content.site.by_id(page.locale)
    phase = own_record(datasets.records["phases"], page)
    of_tools = [pages[tool["page"]] for tool in datasets.tools_of(phase["id"]) if "page" in tool]
    packed = [each for owner in (page, *of_tools) for each in documents_of(owner)]
    packed += [
        file
        for paper in papers_of(datasets.records, phase["id"])
        for file in documents_of_paper(paper, pages[paper["page"]])
    ]
    return list({each.path: each for each in packed if each.kind != "folder"}.values())


def _readme(build: Build, folder: Document, contents: list[Document], imprint: Imprint) -> str:
    """The contents of the folder and when each is used, with CRLF for every text editor."""
    words, records = build.words(folder.locale), build.content.datasets.records
    lines = [folder.title(words), "", words("print.own-phases"), "", words("folder.holds")]
    lines += FolderList(contents, records, words).lines(gatherings(folder.page, records, words))
    lines += ["", f"{words('folder.edition')} {imprint.address}{folder.page.url}"]
    lines += [words("form.licence"), ""]
    return "\r\n".join(lines)
