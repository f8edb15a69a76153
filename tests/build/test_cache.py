"""A cache never gives a stale page: whatever changes is seen by the next build, on the pages
that show it, and what did not change is not made again.

One small project with the real templates, styles and scripts, built again after each change in
one process, as the preview does."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.devtools.twice import site_bytes
from scripts.pipeline.build import BuildFailed, build_site
from tests.repository import spoil
from tests.small import PAGES, small_site

HISTORY, TWIN = "metoden/historie/", "en/method/history/"
HOME, PHASE, MUNICIPALITY = "", "faser/forankring/", "kommuner/steinkjer/"
# A file, what stands there and what is put in its place.
Change = tuple[str, str, str]


@dataclass
class Kept:
    """The project, its site, and what the last build made anew."""

    project: Path
    site: Path
    environment: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def build(self) -> None:
        before = self._kept()
        build_site(self.project, self.site, self.environment)
        self.made = len(self._kept() - before)

    def page(self, url: str) -> str:
        return (self.site / url / "index.html").read_text(encoding="utf-8")

    def change(self, path: str, pattern: str, replacement: str) -> None:
        spoil(self.project / path, pattern, replacement)

    @contextmanager
    def changed(self, *changes: Change) -> Iterator[None]:
        """Change files, and put them back at the end, so that no test meets those of another."""
        paths = {self.project / path for path, _, _ in changes}
        before = {path: path.read_bytes() for path in paths}
        try:
            for change in changes:
                self.change(*change)
            yield
        finally:
            for path, content in before.items():
                path.write_bytes(content)

    def fresh(self, folder: Path) -> dict[str, bytes]:
        """The site as a build makes it that has no cache at all."""
        project = folder / "fresh"
        shutil.copytree(self.project, project, ignore=shutil.ignore_patterns(".cache"))
        build_site(project, folder / "site", self.environment)
        return site_bytes(folder / "site")

    def _kept(self) -> set[tuple[str, int]]:
        # A file that is written anew is another file, since it is written aside and renamed.
        folder = self.project / ".cache" / "pages"
        return {(path.name, path.stat().st_ino) for path in folder.glob("*")}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("cache")
    project = small_site(folder / "project")
    made = Kept(project, folder / "site")
    made.build()
    assert made.made == PAGES
    return made


def test_a_build_without_a_change_makes_no_page_and_the_same_site(kept):
    kept.build()
    before = site_bytes(kept.site)
    kept.build()
    assert kept.made == 0
    assert site_bytes(kept.site) == before
    assert len([name for name in before if name.endswith("index.html")]) >= PAGES


def test_a_changed_text_makes_its_page_and_its_translation_and_no_other(kept, tmp_path):
    outdated = "The Norwegian original has changed since this page was translated"
    kept.build()
    assert outdated not in kept.page(TWIN)
    with kept.changed(("docs/no/metoden/historie.md", "Hva sto i avtalene", "Hva sto i brevene")):
        kept.build()
        assert "Hva sto i brevene" in kept.page(HISTORY)
        assert kept.made == 2
        assert outdated in kept.page(TWIN)
        assert site_bytes(kept.site) == kept.fresh(tmp_path)


def test_a_text_that_is_put_back_is_found_again(kept):
    kept.build()
    with kept.changed(("docs/no/metoden/historie.md", "Hva sto i avtalene", "Hva sto i papirene")):
        kept.build()
    assert "Hva sto i papirene" in kept.page(HISTORY)
    kept.build()
    assert "Hva sto i avtalene" in kept.page(HISTORY)
    assert kept.made == 0


# What is changed -> how; what a page shows of it that it did not show before, and the page.
CHANGES = {
    "title of a page, in the menu of another": (
        ("docs/no/metoden/historie.md", "^title: Historien$", "title: Fortiden"),
        ("Fortiden</a>", PHASE),
    ),
    "description of a page": (
        ("docs/en/metoden/historie.md", "From the first", "So far as is known, from the first"),
        ('content="So far as is known, from', TWIN),
    ),
    "record of a list": (
        ("data/municipalities.yml", "no: De ansatte foreslo en", "no: De foreslo en"),
        ("De foreslo en renovasjonsbil", HOME),
    ),
    "record of a fact box": (
        ("data/municipalities.yml", "county_then: Nord-Trøndelag", "county_then: Nordre Trøndelag"),
        ("Nordre Trøndelag", MUNICIPALITY),
    ),
    "title of a source": (
        ("data/sources.yml", "title: Om forsøket", "title: Om det hele"),
        ("Om det hele", MUNICIPALITY),
    ),
    "form of a term": (
        # No term is linked in the lead, where the page speaks of an adviser first.
        ("data/glossary.yml", r"no: \[forankringen\]", "no: [rådgiver, rådgiveren]"),
        ('#term-anchoring">Rådgiveren</a>', HISTORY),
    ),
    "message of the interface": (
        ("data/interface.yml", "no: Hopp til innholdet", "no: Rett til innholdet"),
        ("Rett til innholdet", HISTORY),
    ),
    "template of every page": (
        ("overrides/partials/footer.html", 'class="bottom"', 'class="bottom" id="probe"'),
        ('class="bottom" id="probe"', HISTORY),
    ),
    "template of a fact box": (
        ("overrides/components/municipality.html", 'class="facts"', 'class="facts probe"'),
        ('class="facts probe"', MUNICIPALITY),
    ),
    "style": (
        ("overrides/styles/prose.css", r"\Z", "\nmain { --probe: 1px; }\n"),
        ("--probe:", HISTORY),
    ),
    "name of the site": (
        ("mkdocs.yml", "^          site_name: Modellkommunemetodikken", "          site_name: Ny"),
        (" – Ny</title>", HISTORY),
    ),
    "section of the menu": (
        ("mkdocs.yml", "^            Faser: Phases", "            Veien: Phases"),
        ("mkdocs.yml", "^  - Faser:", "  - Veien:"),
        ("Veien", PHASE),
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_on_the_page_that_shows_it(kept, what):
    *changes, (text, url) = CHANGES[what]
    assert text not in kept.page(url)
    with kept.changed(*changes):
        kept.build()
    assert text in kept.page(url)
    assert kept.made == PAGES


def test_script_that_names_a_class_brings_its_rules_to_the_pages(kept):
    style = ("overrides/styles/prose.css", r"\Z", "\n.probed { --by: 2px; }\n")
    script = ("docs/assets/js/site.js", r"\Z", '\ndocument.body.classList.add("probed");\n')
    with kept.changed(style):
        kept.build()
        assert "--by:" not in kept.page(HISTORY)
        with kept.changed(script):
            kept.build()
        assert "--by:" in kept.page(HISTORY)


def test_a_kept_page_never_asks_for_a_script_or_font_under_its_old_name(kept):
    def asked():
        page = re.findall(r"assets/fixed/[\w./-]+", kept.page(HISTORY))
        assert page
        assert all((kept.site / path).is_file() for path in page)
        script = next(path for path in page if "/js/site." in path)
        named = re.findall(r'"(assets/fixed/[^"]+)"', (kept.site / script).read_text("utf-8"))
        assert all((kept.site / path).is_file() for path in named)
        return {*page, *named}

    kept.build()
    before = asked()
    # A script that no page names: the one that fetches it does.
    with kept.changed(("docs/assets/js/source-marks.js", r"\Z", "\nexport const probe = 1;\n")):
        kept.build()
        after = asked()
    assert {path.partition(".")[0] for path in before ^ after} == {
        "assets/fixed/js/site",
        "assets/fixed/js/source-marks",
    }


def test_pages_that_come_to_share_a_source_name_each_other(kept):
    assert 'id="related-title"' not in kept.page(MUNICIPALITY)
    pages = [f"docs/{code}/metoden/historie.md" for code in ("no", "en")]
    with kept.changed(*((page, "@evaluation", "@evaluation og @magazine") for page in pages)):
        kept.build()
    assert 'id="related-title"' in kept.page(MUNICIPALITY)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("SITE_CONTACT", "post@example.no", 'href="mailto:post@example.no'),
        ("SITE_PUBLISHER", "Prøveforlaget", "Utgitt av Prøveforlaget"),
        ("SITE_URL", "https://mkm.example/x/", '"canonical" href="https://mkm.example/x/metoden/'),
        ("MIKE_DOCS_VERSION", "1.0", " 1.0</summary>"),
    ],
)
def test_a_change_of_the_environment_is_seen_on_every_page(kept, name, value, shown):
    assert shown not in kept.page(HISTORY)
    kept.environment = {name: value}
    kept.build()
    kept.environment = {}
    assert shown in kept.page(HISTORY)
    assert kept.made == PAGES


def test_a_picture_under_another_name_is_linked_under_it(kept):
    pictures = kept.project / "docs/assets/images"
    pages = [f"docs/{code}/index.md" for code in ("no", "en")]
    with kept.changed(*((page, r"wheel\.svg", "wheel-2.svg") for page in pages)):
        (pictures / "wheel.svg").rename(pictures / "wheel-2.svg")
        kept.build()
        (pictures / "wheel-2.svg").rename(pictures / "wheel.svg")
    assert 'src="assets/images/wheel-2.svg"' in kept.page(HOME)
    assert (kept.site / "assets/images/wheel-2.svg").is_file()
    assert not (kept.site / "assets/images/wheel.svg").exists()


def test_after_all_changes_the_site_is_what_a_build_without_a_cache_makes(kept, tmp_path):
    with kept.changed(*(change for *changes, _ in CHANGES.values() for change in changes)):
        kept.build()
        now, fresh = site_bytes(kept.site), kept.fresh(tmp_path)
    assert sorted(now) == sorted(fresh)
    assert [name for name in now if now[name] != fresh[name]] == []


def test_a_damaged_cache_only_costs_time(kept):
    kept.build()
    before = site_bytes(kept.site)
    for at, path in enumerate(sorted((kept.project / ".cache").rglob("*"))):
        if path.is_file():
            whole = path.read_bytes()
            path.write_bytes((whole[:-7], b"", b"{", b"\xff" * 99, b'{"a": 1}')[at % 5])
    kept.build()
    assert site_bytes(kept.site) == before
    kept.build()
    assert kept.made == 0


def test_a_fault_stops_the_build_although_every_page_is_kept(kept):
    kept.build()
    before = site_bytes(kept.site)
    picture = kept.project / "docs/assets/images/wheel.svg"
    aside = picture.rename(kept.project / "aside.svg")
    with pytest.raises(BuildFailed, match=r"wheel\.svg"):
        kept.build()
    assert site_bytes(kept.site) == before
    aside.rename(picture)
    kept.build()
    assert kept.made == 0


def test_a_changed_colour_is_seen_in_the_word_files(kept):
    kept.build()
    forms = sorted(kept.site.rglob("*.docx"))
    assert forms
    before = [path.read_bytes() for path in forms]
    with kept.changed(
        ("overrides/tokens.css", r"--strong: light-dark\(#\w+", "--strong: light-dark(#123456")
    ):
        kept.build()
        for path, old in zip(forms, before, strict=True):
            with zipfile.ZipFile(path) as file:
                assert b"123456" in file.read("word/styles.xml")
            assert path.read_bytes() != old
    kept.build()
    assert [path.read_bytes() for path in forms] == before
