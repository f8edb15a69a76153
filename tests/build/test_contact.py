"""A page promises a way to report errors when there is one, and says so when there is none."""

from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup

from tests.changed import BASE, CONTACT, EDIT
from tests.repository import run

NONE = {"nb": "Ingen kontaktadresse er oppgitt", "en": "No contact address is given"}
PROMISE = ("Meld fra om feil", "Report an error")


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def test_without_an_address_the_foot_of_every_page_says_so_and_links_nowhere(site, pages):
    files = [(site / page["url"] / "index.html", page["lang"]) for page in pages]
    files += [(site / "404.html", "nb"), (site / "en/404.html", "en")]
    for path, lang in files:
        foot = soup(path).select_one("footer.bottom")
        assert NONE[lang] in foot.get_text(), path
        assert not any(words in foot.get_text() for words in PROMISE), path
        assert not foot.select("a[href^='mailto:']"), path


def test_with_an_address_every_page_has_a_link_that_names_the_page_and_its_edition(changed):
    places = {
        "faser/avtale/": "Feil på siden «Avtale» (Utgave 1.0)",
        "en/phases/agreement/": "Error on the page ‘Agreement’ (Edition 1.0)",
        "om/": 'Feil på siden «</script><b>Om & "{om}"» (Utgave 1.0)',
    }
    for url, subject in places.items():
        (link,) = soup(changed.site / url / "index.html").select("footer a[href^='mailto:']")
        assert link.get_text() in PROMISE
        parts = urlsplit(link["href"])
        assert parts.path == CONTACT
        assert parse_qs(parts.query) == {"subject": [subject], "body": [f"{BASE}1.0/{url}"]}
    (link,) = soup(changed.site / "404.html").select("footer a[href^='mailto:']")
    assert "Utgave 1.0" in parse_qs(urlsplit(link["href"]).query)["subject"][0]


def test_the_text_of_a_page_can_name_the_address(changed):
    for url in ("om/personvern/", "en/about/privacy/"):
        article = soup(changed.site / url / "index.html").article
        (link,) = article.select(f"a[href='mailto:{CONTACT}']")
        assert link.get_text() == CONTACT


def test_an_address_that_is_none_stops_the_build_before_anything_is_written(copy_project):
    project = copy_project()
    done = run(project, "build", SITE_CONTACT="javascript:alert(1)")
    assert done.returncode == 1
    assert 'SITE_CONTACT: "javascript:alert(1)" is neither an e-mail address nor' in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_page_leads_to_its_own_file_where_the_owner_names_the_place(changed):
    for url, path in {
        "faser/avtale/": "docs/no/faser/avtale.md",
        "en/phases/agreement/": "docs/en/faser/avtale.md",
    }.items():
        (link,) = soup(changed.site / url / "index.html").select(f"footer a[href^='{EDIT}']")
        assert link["href"] == EDIT + path
        assert link.get_text() in ("Rediger denne siden", "Edit this page")
    assert not soup(changed.site / "404.html").select(f"a[href^='{EDIT}']")


def test_without_such_a_place_no_page_speaks_of_editing(site):
    foot = soup(site / "faser/avtale/index.html").select_one("footer.bottom")
    assert "Rediger" not in foot.get_text()
