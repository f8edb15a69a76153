"""A site of changed pages, built once for the tests that look at what changed."""

from dataclasses import dataclass
from pathlib import Path

from scripts.content.pages import load_site
from scripts.content.translation import mark_translated
from scripts.pipeline.build import build_site
from tests.repository import begin, git, spoil

BASE = "https://mkm.example/base/"
CONTACT = "kunnskap@example.org"
EDIT = "https://hosting.example/owner/name/edit/main/"
PUBLISHER = "Senter for kommunal fornyelse (oppdiktet)"
WORD = "modellkommunemetodikkutviklingsveileder"
TITLE = f"Om {WORD}en og alt det andre som en tittel kan romme når ingen har sagt stopp i tide"
TEXT = f"Her står {WORD} i teksten, og `{WORD}_{WORD}` i kode."
TABLE = "\n".join(
    [
        "| " + " | ".join(f"{WORD.capitalize()} {number}" for number in range(8)) + " |",
        "|" + " --- |" * 8,
        "| " + " | ".join([WORD] * 8) + " |",
    ]
)
DESCRIPTION = (
    "En side med alt som kan gå galt i en tittel, en tabell og en meny, uten overskrifter."
)


STAMPED = "metoden/historie.md"


@dataclass(frozen=True)
class Changed:
    """Edition 1.0 of a project with changed pages, and the day of its only commit."""

    site: Path
    day: list[int]


def built(folder: Path) -> Changed:
    """What `change_and_build` left in a folder."""
    day = git(folder / "project", "log", "-1", "--format=%cs").split("-")
    return Changed(folder / "site", [int(part) for part in day])


def change_and_build(project: Path, site: Path) -> None:
    """In a repository, below a path of a host. The page on the site has a title that could
    end a script, one page is not committed, the originals of two translations were changed,
    readers can write to the owner, and there are pages that nobody should write.
    """
    # One page says of each of its sections what it was made from, as `make translated` writes.
    mark_translated(load_site(project), [f"docs/en/{STAMPED}"])
    for code, text in (("no", "Nytt"), ("en", "New")):
        spoil(project / f"docs/{code}/{STAMPED}", r"\Z", f"\n{text}. [@editorial]\n")
        about = project / f"docs/{code}/om/index.md"
        spoil(about, "^title: .*$", "title: '</script><b>Om & \"{om}\"'")
        spoil(project / f"docs/{code}/faser/index.md", r"\Z", f"\n{text}. [@editorial]\n")
    # One translation is of an older text, stamped as a whole.
    phases = project / "docs/en/faser/index.md"
    spoil(phases, r"^original:.*\n(?:  .*\n)*", 'original: "000000000000"\n')
    add(project, "endless", TITLE, f"{TEXT}\n\n{TABLE}\n\n- {WORD}\n- {WORD}")
    # As empty as a page can be: one without any text is refused.
    add(project, "empty", WORD, ".")
    (project / ".gitignore").write_text("docs/no/om/siter.md\n", encoding="utf-8")
    begin(project)
    environment = {"MIKE_DOCS_VERSION": "1.0", "SITE_URL": BASE, "SITE_CONTACT": CONTACT}
    environment["SITE_EDIT"] = EDIT
    signed = {"SITE_PUBLISHER": PUBLISHER, "SITE_REVIEWED": "2026-11-01"}
    build_site(project, site, environment | signed)


def page_of(lang: str, key: str, title: str, text: str) -> str:
    url = f"url: about/{key}/\n" if lang == "en" else ""
    if lang == "en":  # where an address has to be a word of the title
        title = f"{title[:110]} {key}"
    return (
        f"---\ntitle: {title}\nid: {key}\nkind: about\ndescription: {DESCRIPTION}\n{url}---\n\n"
        f"{text}\n"
    )


def add(project: Path, key: str, title: str, text: str) -> None:
    for lang in ("no", "en"):
        file = project / "docs" / lang / "om" / f"{key}.md"
        file.write_text(page_of(lang, key, title, text), encoding="utf-8")
    configuration = project / "mkdocs.yml"
    before = configuration.read_text(encoding="utf-8")
    after = before.replace("      - om/siter.md\n", f"      - om/siter.md\n      - om/{key}.md\n")
    assert after != before
    configuration.write_text(after, encoding="utf-8")
