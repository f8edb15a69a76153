"""A copy of the project that one change may spoil; the rest is shared with the real one."""

import os
import random
import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.devtools.guide.copy import PARTS

PAGE = "metoden/kritikk"
IN_SHORT = {"no": "## Kort fortalt { #in-short }\n\n", "en": "## In short { #in-short }\n\n"}


class Broken:
    """The copy: its files are hard links until they are written, so it costs next to nothing."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        self.touched: set[str] = set()

    def path(self, name: str) -> Path:
        self.touched.add(name)
        return self.root / name

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(
            content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        )

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        before = self.read(name)
        after = change(before)
        assert before != after, f"nothing was changed in {name}"
        self.write(name, after)

    def put(self, name: str, pattern: str, new: str) -> None:
        """Put `new` for the first place where a pattern holds."""
        self.edit(name, lambda text: re.sub(pattern, lambda _: new, text, count=1, flags=re.M))

    def both(self, new: str, page: str = PAGE, english: str | None = None) -> None:
        """A text among the first points of a page, in both languages."""
        for code, text in (("no", new), ("en", new if english is None else english)):
            name = f"docs/{code}/{page}.md"
            heading = IN_SHORT[code]
            self.edit(name, lambda old: old.replace(heading, f"{heading}{text}\n\n", 1))  # noqa: B023

    def key(
        self, key: str, value: str | None, page: str = PAGE, codes: tuple[str, ...] = ("no", "en")
    ) -> None:
        """A line of the front matter, in one or both languages; None takes it away."""
        for code in codes:
            name = f"docs/{code}/{page}.md"
            line = "" if value is None else f"{key}: {value}\n"
            if re.search(rf"^{key}:.*\n", self.read(name), re.M):
                self.put(name, rf"^{key}:.*\n", line)
            else:
                self.edit(name, lambda text: text.replace("---\n", f"---\n{line}", 1))  # noqa: B023

    def remove(self, name: str) -> None:
        path = self.path(name)
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def new_page(self, key: str, nav: bool = True, text: str | None = None) -> None:
        """A whole page in both languages under a name of its own."""
        for code, title, short in (("no", "Prøve", "Kort fortalt"), ("en", "Trial", "In short")):
            url = "url: method/trial/\n" if code == "en" else ""
            front = f"title: {title}\nid: trial\nkind: concept\n{url}"
            front += 'description: "En side som bare er til for å prøve hva som skjer med '
            front += 'navnet på fila."\n'
            body = text or "Tekst [@editorial].\n"
            self.write(
                f"docs/{code}/{key}",
                f"---\n{front}---\n\nDette [@editorial].\n\n## {short} {{ #in-short }}\n\n{body}",
            )
        if nav:
            written = key.replace("'", "''")
            self.put(
                "mkdocs.yml",
                r"^      - metoden/verden.md\n",
                f"      - metoden/verden.md\n      - '{written}'\n",
            )


@dataclass(frozen=True)
class Case:
    """One way to break the project.

    `fine` is why nothing need be said ("": the editor must be told); `says` is what the
    report must hold, `at` where it must point (any file that was changed, if nothing).
    """

    name: str
    group: str
    change: Callable[[Broken], None]
    says: str = ""
    at: str = ""
    fine: str = ""
    most: int = 4


@dataclass
class Catalogue:
    """The cases, in the order of their groups."""

    cases: list[Case] = field(default_factory=list)
    group: str = ""

    def add(self, name: str, change: Callable[[Broken], None], **known: object) -> None:
        assert all(each.name != name for each in self.cases), name
        self.cases.append(Case(name, self.group, change, **known))  # type: ignore[arg-type]


def copy_project(root: Path, target: Path, kept: Path) -> None:
    """Hard links of all that a check reads; `kept` is what an earlier one has kept."""
    for part in (*PARTS, ".cache"):
        source = kept if part == ".cache" else root / part
        if not source.exists():
            continue
        (target / part).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(
                source,
                target / part,
                copy_function=os.link,
                symlinks=True,
                ignore=shutil.ignore_patterns("__pycache__"),
            )
        else:
            os.link(source, target / part)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)
