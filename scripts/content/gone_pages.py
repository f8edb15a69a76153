"""Pages that were deleted or renamed without the commands, found in git."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.common.git import ask
from scripts.common.paths import Project
from scripts.common.yaml_lines import YamlText
from scripts.content.citations import find_citations
from scripts.content.pages import Site, SourcePage, parse_page
from scripts.content.permalinks import load_permalinks
from scripts.language.locales import BY_CODE, LOCALES

_FOLDERS = tuple(f"docs/{locale.code}" for locale in LOCALES)


@dataclass
class GonePage:
    """A page in git's history that no longer exists, in the languages `codes`.

    `commit` is the newest one that contains it; `id`, `record` and `cited` (ids of sources) are
    those of that version. `now` is the key of the page that has its id today ("" if none has).
    """

    key: str
    commit: str
    id: str = ""
    record: str = ""
    now: str = ""
    codes: list[str] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)

    @property
    def paths(self) -> list[str]:
        """The missing files, relative to the project."""
        codes = (locale.code for locale in LOCALES if locale.code in self.codes)
        return [f"docs/{code}/{self.key}" for code in codes]


def gone_pages(site: Site) -> list[GonePage]:
    """The pages that are gone, except those that data/permalinks.yml accounts for.

    Empty where there is no git, as in a copy of the files.
    """
    rules, _ = load_permalinks(Project(site.root), site)
    accounted_for = {rule.page for rule in rules if rule.page and not rule.anchor}
    pages: dict[str, GonePage] = {}
    for path, commit in _gone(site):
        _, code, key = path.split("/", 2)
        text = ask(site.root, "show", f"{commit}:./{path}")
        place = SourcePage(path, key, BY_CODE[code], YamlText(path, None), "", 1, False, site.root)
        version, _ = parse_page((text or "").replace("\r\n", "\n"), place)
        page = pages.setdefault(key, GonePage(key, commit))
        page.codes.append(code)
        page.id, page.record = page.id or version.id, page.record or version.text("record")
        cites = (cite for each in find_citations(version.body) for cite in each.cites)
        page.cited |= {cite.id for cite in cites}
    for page in pages.values():
        same = [each.key for each in site.pages if page.id and each.id == page.id]
        page.now = next((key for key in same if key != page.key), "")
    return [page for page in pages.values() if page.id not in accounted_for]


def _gone(site: Site) -> Iterator[tuple[str, str]]:
    """The path of each deleted page, and the newest commit that contains it."""
    quiet = ("-c", "core.quotePath=off")
    lists = ("--no-renames", "--diff-filter=D", "--name-only", "--relative")
    known_paths = {page.path for page in site.pages}
    diff = ask(site.root, *quiet, "diff", *lists, "HEAD", "--", *_FOLDERS)
    log = ask(site.root, *quiet, "log", "--no-color", *lists, "--format=%x01%h", "--", *_FOLDERS)
    commits = [("HEAD", (diff or "").splitlines())]
    for each in (log or "").split("\x01")[1:]:
        commit, *paths = filter(None, each.splitlines())
        commits.append((f"{commit}~1", paths))
    for commit, paths in commits:
        for path in paths:
            if path.endswith(".md") and path not in known_paths:
                known_paths.add(path)
                yield path, commit
