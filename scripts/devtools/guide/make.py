"""Makes the guide: a preview of a copy, screenshots of it, and one page with all of them."""

from __future__ import annotations

import base64
import shutil
import tempfile
from pathlib import Path

import markdown
from markupsafe import Markup
from playwright.sync_api import Browser

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.pages import SourcePage
from scripts.content.records import Guide
from scripts.devtools.guide.camera import Picture, window
from scripts.devtools.guide.copy import copy_project
from scripts.devtools.guide.files import templates
from scripts.devtools.guide.preview import preview
from scripts.devtools.guide.steps import Session, take_all
from scripts.devtools.guide.texts import load_guide, shown_pages
from scripts.language.locales import LOCALES, NORWEGIAN

PAGE = "guide.html"


def make_guide(root: Path, folder: Path, browser: Browser) -> list[Picture]:
    """Take the screenshots and write them to `folder`, with the page that shows them.

    The project itself is not modified. The folder is written only when everything is done.

    Raises:
        ProblemsFound: the project has problems, which would show in every screenshot; the
            folder holds something else; or the subject of a screenshot was not visible.
    """
    if folder.exists() and (not folder.is_dir() or not _is_ours(folder)):
        fix = "name a folder that is empty or not there"
        raise ProblemsFound([Problem(str(folder), 0, "other files are in the way", fix)])
    project = Project(root)
    guide = load_guide(project)
    content = load_content(project)
    if content.problems:
        raise ProblemsFound(content.problems)
    pages = shown_pages(guide, content.site)
    with tempfile.TemporaryDirectory(prefix="guide-") as scratch:
        copy = copy_project(root, Path(scratch) / "project")
        with preview(copy, Path(scratch) / "serve.log") as shown, window(browser) as camera:
            session = Session(root, copy, shown, camera, templates(root), guide, pages)
            pictures = list(take_all(session))
        made = Path(scratch) / "guide"
        made.mkdir()
        for picture in pictures:
            (made / picture.file).write_bytes(picture.png)
        html = guide_page(root, guide, pages, pictures)
        (made / PAGE).write_text(html, encoding="utf-8", newline="\n")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
    return pictures


def _is_ours(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return not names or (PAGE in names and all(name.endswith(".png") for name in names - {PAGE}))


def guide_page(
    root: Path, guide: Guide, pages: dict[str, SourcePage], pictures: list[Picture]
) -> str:
    """The page with the embedded screenshots, Norwegian first."""
    address = f"/{pages[NORWEGIAN.code].url}"

    def prose(text: str, code: str) -> Markup:
        text = text.replace("{file}", pages[code].path).replace("{address}", address)
        return Markup(markdown.markdown(text))

    sources = {
        (each.id, each.code): f"data:image/png;base64,{base64.b64encode(each.png).decode()}"
        for each in pictures
    }
    template = templates(root).get_template("guide.html")
    return template.render(guide=guide, locales=LOCALES, pictures=sources, prose=prose)
