"""Each page says who stands behind it, and an edition without a sender says that it has none."""

import json
import subprocess

import pytest
from bs4 import BeautifulSoup

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import publish
from tests import tiny
from tests.changed import CONTACT, PUBLISHER
from tests.repository import git, run

PLACES = {"nb": "om/hvem-star-bak/", "en": "en/about/who-is-behind-this/"}
NAME = {"nb": "Hvem står bak", "en": "Who is behind this"}
UNSIGNED = {
    "nb": "Ingen person eller organisasjon har satt navnet sitt på dette nettstedet ennå.",
    "en": "No person or organisation has put their name to this site yet.",
}
NO_ADDRESS = {
    "nb": "Dere kan ikke melde feil her ennå.",
    "en": "You cannot report errors here yet.",
}


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def test_without_settings_the_page_says_that_nobody_has_signed(site):
    for lang, place in PLACES.items():
        article = soup(site / place / "index.html").article
        assert UNSIGNED[lang] in article.get_text()
        assert not article.select("a[href^='mailto:']")
        address = article.select(".notice ~ dl > dd")[-1]
        assert not address.select("a"), "no address to press"
        assert address.get_text() == NO_ADDRESS[lang], "and nobody is asked to keep a correction"


def test_the_page_answers_its_title_before_it_says_anything_else(site, changed):
    for place in PLACES.values():
        unsigned = soup(site / place / "index.html").article
        assert unsigned.select_one("p:not(.kicker)").find_parent(class_="notice"), (
            "that nobody has signed"
        )
        signed = soup(changed.site / place / "index.html").article
        assert PUBLISHER in signed.select_one("p:not(.kicker)").get_text()


def test_nothing_is_said_of_what_is_not_set(site):
    for place, set_alone in zip(
        PLACES.values(),
        (
            ("Teksten sist endret", "Hvor dere melder feil"),
            ("Text last changed", "Where to send corrections"),
        ),
        strict=True,
    ):
        article = soup(site / place / "index.html").article
        assert [term.get_text() for term in article.select(".notice ~ dl > dt")] == [*set_alone]


def test_every_page_leads_to_who_stands_behind_it(site, pages):
    for page in pages:
        path = site / page["url"]
        foot = soup(path / "index.html").select_one("footer.bottom")
        (link,) = [each for each in foot.select("a") if each.get_text() == NAME[page["lang"]]]
        assert (path / link["href"]).resolve() == (site / PLACES[page["lang"]]).resolve()


def test_a_signed_site_names_its_publisher_on_the_page_in_the_foot_and_in_citations(changed):
    for lang, place in PLACES.items():
        page = soup(changed.site / place / "index.html")
        text = page.article.get_text()
        assert PUBLISHER in text
        assert CONTACT in text
        assert UNSIGNED[lang] not in text
        assert PUBLISHER in page.select_one("footer.bottom").get_text()
        assert page.select_one(".cite-page .reference").get_text().strip().startswith(PUBLISHER)
        item = json.loads((changed.site / place / "cite.json").read_text(encoding="utf-8"))
        item = item[0] if isinstance(item, list) else item
        assert item["author"] == [{"literal": PUBLISHER}]
    norwegian = soup(changed.site / PLACES["nb"] / "index.html").article.get_text()
    assert "1. november 2026" in norwegian


# Publishing --------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name, value in tiny.IDENTITY.items():
        monkeypatch.setenv(name, value)
    return tiny.begin(tmp_path / "project")


def test_an_edition_without_a_sender_is_refused_with_what_mends_it(project, monkeypatch):
    monkeypatch.setenv("SITE_PUBLISHER", "")
    monkeypatch.setenv("SITE_CONTACT", "")
    with pytest.raises(ProblemsFound) as found:
        publish(project, "1.0", Options(), tiny.build)
    for setting in ("SITE_PUBLISHER", "SITE_CONTACT"):
        assert f"{setting}: it is not set – set it" in str(found.value)
    assert "UNSIGNED=1" in str(found.value)
    assert git(project, "branch", "--list", "gh-pages") == ""


def test_whoever_says_so_publishes_unsigned(project):
    done = tiny.run(project, "publish", "1.0", "--unsigned", SITE_PUBLISHER="", SITE_CONTACT="")
    assert done.returncode == 0, done.stderr
    assert "Published 1.0" in done.stdout


def test_a_setting_that_cannot_be_right_is_refused_unsigned_too(project):
    done = tiny.run(project, "publish", "1.0", "--unsigned", SITE_PUBLISHER="www.example.org")
    assert done.returncode == 1
    assert 'SITE_PUBLISHER: "www.example.org" is an address and no name' in done.stderr
    assert "Traceback" not in done.stderr


def test_make_hands_the_word_on():
    command = ["make", "--dry-run", "publish", "VERSION=1.0", "UNSIGNED=1"]
    done = subprocess.run(command, cwd=tiny.ROOT, capture_output=True, text=True, check=True)
    assert "--unsigned" in done.stdout


def test_a_name_that_is_none_stops_the_build_before_anything_is_written(copy_project):
    copied = copy_project()
    done = run(copied, "build", SITE_PUBLISHER="https://example.org", SITE_CONTACT="ring oss")
    assert done.returncode == 1
    assert "SITE_PUBLISHER: " in done.stderr
    assert "SITE_CONTACT: " in done.stderr
    assert not (copied / "site").exists()
