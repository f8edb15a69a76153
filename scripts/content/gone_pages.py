"""Pages that were taken away or renamed without the commands: what git says of them."""

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
    """A page that git knows and that is not there any more, in the languages `codes`.

    `commit` is the newest one that has it, `id`, `record` and `cited` (ids of sources) are as
    they stood there, and `now` is the path of the page that has its id today ("" if none has).
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
        """The files that are gone, relative to the project."""
        codes = (locale.code for locale in LOCALES if locale.code in self.codes)
        return [f"docs/{code}/{self.key}" for code in codes]


def gone_pages(site: Site) -> list[GonePage]:
    """The pages that are gone, but for those that data/permalinks.yml tells of.

    None where there is no git, as in a copy of the files.
    """
    rules, _ = load_permalinks(Project(site.root), site)
    told = {rule.page for rule in rules if rule.page and not rule.anchor}
    found: dict[str, GonePage] = {}
    for path, commit in _gone(site):
        _, code, key = path.split("/", 2)
        text = ask(site.root, "show", f"{commit}:./{path}")
        place = SourcePage(path, key, BY_CODE[code], YamlText(path, None), "", 1, False, site.root)
        before, _ = parse_page((text or "").replace("\r\n", "\n"), place)
        page = found.setdefault(key, GonePage(key, commit))
        page.codes.append(code)
        page.id, page.record = page.id or before.id, page.record or before.text("record")
        cites = (cite for each in find_citations(before.body) for cite in each.cites)
        page.cited |= {cite.id for cite in cites}
    for page in found.values():
        same = [each.key for each in site.pages if page.id and each.id == page.id]
        page.now = next((key for key in same if key != page.key), "")
    return [page for page in found.values() if page.id not in told]


def _gone(site: Site) -> Iterator[tuple[str, str]]:
    """Each file of a page that is gone, and the newest commit that has it."""
    quiet = ("-c", "core.quotePath=off")
    lists = ("--no-renames", "--diff-filter=D", "--name-only", "--relative")
    there = {page.path for page in site.pages}
    now = ask(site.root, *quiet, "diff", *lists, "HEAD", "--", *_FOLDERS)
    log = ask(site.root, *quiet, "log", "--no-color", *lists, "--format=%x01%h", "--", *_FOLDERS)
    commits = [("HEAD", (now or "").splitlines())]
    for each in (log or "").split("\x01")[1:]:
        commit, *paths = filter(None, each.splitlines())
        commits.append((f"{commit}~1", paths))
    for commit, paths in commits:
        for path in paths:
            if path.endswith(".md") and path not in there:
                there.add(path)
                yield path, commit
