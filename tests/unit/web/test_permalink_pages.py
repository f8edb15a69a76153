"""What stands at a permanent address: small, without a trace of edition, host and day."""

from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.web.permalink_pages import Lead, PermalinkPages
from tests.unit.projects import ROOT

PLACE = {"nb": "../../latest/ordliste/#term-bruker", "en": "../../latest/en/glossary/#term-bruker"}


def made(words) -> PermalinkPages:
    return PermalinkPages(Project(ROOT), {"nb": words["no"], "en": words["en"]})


def test_norwegian_comes_first_for_those_without_scripts_and_both_are_links(words):
    leads = [Lead("en", "user", PLACE["en"]), Lead("nb", "bruker", PLACE["nb"])]
    path, text = made(words).file("term-bruker", leads)
    assert path == "id/term-bruker/index.html"
    soup = BeautifulSoup(text, "lxml")
    assert soup.noscript.meta["content"] == f"0; url={PLACE['nb']}"
    assert {a["hreflang"]: a["href"] for a in soup.select("a[data-lead]")} == PLACE
    assert soup.title.text == "bruker · user"
    assert len(text.encode()) < 1500


def test_the_strictest_policy_lets_it_lead_on_and_be_read(words):
    pages = made(words)
    _, text = pages.file("a", [Lead("nb", "<A & B>", "../../latest/a/")])
    soup = BeautifulSoup(text, "lxml")
    assert not soup.select("style, [style], script:not([src])")
    assert "unsafe-inline" not in soup.meta.find_next("meta")["content"]
    assert soup.a.text == "<A & B>"
    files = pages.shared()
    assert {f"../{path.removeprefix('id/')}" for path in files} == {
        soup.script["src"],
        soup.find("link", rel="stylesheet")["href"],
    }
    assert "var(--text)" in files["id/permalink.css"]


def test_what_is_gone_says_so_in_both_languages_and_leads_nowhere_by_itself(words):
    gone = [
        Lead("nb", "Tatt bort", text="Feil.", edition="1.0", before="../../1.0/a/", home="../../"),
        Lead("en", "Taken away", text="Wrong.", home="../../en/"),
    ]
    soup = BeautifulSoup(made(words).file("a", gone)[1], "lxml")
    assert [each.p.text for each in soup.select("main > div")] == ["Feil.", "Wrong."]
    assert [a["href"] for a in soup.select("a")] == ["../../1.0/a/", "../../", "../../en/"]
    assert not soup.select("script, noscript")
