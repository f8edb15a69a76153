"""No address that was given away is ever a dead end: it is there, leads on, or says why not.

Three editions of a small site: a page that moves, one that is taken away, one that becomes part
of another, a heading that is renamed; then the newest edition is withdrawn.
"""

import json
import re
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import publish as publish_edition
from scripts.pipeline.editions.withdraw import withdraw
from tests import tiny
from tests.nginx import free_port, nginx
from tests.repository import git

NOW = Options()
RULES = """
- page: kritikk
  gone:
    "no": Teksten var feil.
    en: The text was wrong.
- page: vedlegg
  to: phase#workshop
- page: ordliste
  anchor: term-pilot
  gone:
    "no": Ordet var ikke i bruk.
    en: The word was not in use.
- page: ordliste
  anchor: term-trial
  to: "#term-attempt"
- address: data/old.csv
  to: data/new.csv
- address: assets/images/old.png
  gone:
    "no": Bildet er ikke vårt.
    en: The picture is not ours.
"""


def publish(project: Path, version: str, **allowed):
    return publish_edition(project, version, Options(**allowed), tiny.build)


def refused(call) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        call()
    return [str(problem) for problem in found.value.problems]


def page(project: Path, path: str, lang: str, id_: str, text: str = "") -> None:
    tiny.write(
        project / f"pages/{path}index.html",
        tiny.PAGE.format(lang=lang, id=id_).replace("</main>", f"{text}</main>"),
    )
    for ending in ("bib", "ris", "json"):
        tiny.write(project / f"pages/{path}cite.{ending}", f"{id_} {lang}\n")


def terms(project: Path, *ids: str) -> None:
    """The pages of the glossary with these terms."""
    text = "".join(f'<p id="term-{id_}"></p>' for id_ in ids)
    for path, lang in (("ordliste/", "nb"), ("en/glossary/", "en")):
        page(project, path, lang, "ordliste", text)


def give_ids(project: Path, **places: tuple[str, ...]) -> None:
    """Tell what has a permanent id, as a build does: id -> page, then addresses by language."""
    listed = []
    places["ordliste"] = ("ordliste", "ordliste/", "en/glossary/")
    for id_, (page_id, *urls) in places.items():
        id_ = id_.replace("_", "-")
        is_term = id_.startswith("term-")
        entry = {"id": id_, "kind": "term" if is_term else "concept", "page": page_id}
        entry["anchor"] = id_ if is_term else ""
        for lang, url in zip(("nb", "en"), urls, strict=False):
            entry[lang] = {"url": url, "title": f"{id_} {lang}"}
        listed.append(entry)
    tiny.write(project / "pages/data/ids.json", json.dumps({"contract": 1, "ids": listed}))


def of_term(id_: str) -> tuple[str, str, str]:
    return "ordliste", f"ordliste/#term-{id_}", f"en/glossary/#term-{id_}"


def take(project: Path, path: str) -> None:
    shutil.rmtree(project / "pages" / path)


@pytest.fixture
def first(project: Path) -> Path:
    """Edition 1.0, and the work tree with what 1.1 changes."""
    for id_ in ("kritikk", "vedlegg"):
        page(project, f"metoden/{id_}/", "nb", id_, '<h2 id="trials">…</h2>')
        page(project, f"en/method/{id_}/", "en", id_, '<h2 id="trials">…</h2>')
    for path in ("faser/avtale/", "en/phases/agreement/"):
        page(project, path, "en" if path.startswith("en") else "nb", "agreement")
    for name in ("data/old.csv", "data/new.csv", "assets/images/old.png"):
        tiny.write(project / "pages" / name, name)
    terms(project, "pilot", "trial", "bruker")
    give_ids(
        project,
        agreement=("agreement", "faser/avtale/", "en/phases/agreement/"),
        kritikk=("kritikk", "metoden/kritikk/", "en/method/kritikk/"),
        vedlegg=("vedlegg", "metoden/vedlegg/", "en/method/vedlegg/"),
        term_pilot=of_term("pilot"),
        term_trial=of_term("trial"),
        term_bruker=of_term("bruker"),
    )
    # The script that pages of the real site share.
    shutil.copytree(tiny.ROOT / "docs/assets/js", project / "pages/assets/js")
    publish(tiny.save(project, "Write"), "1.0")
    take(project, "en/phases/agreement")
    page(project, "en/phases/deal/", "en", "agreement")
    for path in ("metoden/kritikk", "en/method/kritikk", "metoden/vedlegg", "en/method/vedlegg"):
        take(project, path)
    for name in ("data/old.csv", "assets/images/old.png"):
        (project / "pages" / name).unlink()
    renamed = project / "pages/faser/avtale/index.html"
    text = renamed.read_text(encoding="utf-8").replace('id="workshop"', 'id="verksted"')
    tiny.write(renamed, text)
    terms(project, "attempt", "bruker")
    give_ids(
        project,
        agreement=("agreement", "faser/avtale/", "en/phases/deal/"),
        phase=("phase", "faser/forankring/", "en/phases/anchoring/"),
        term_attempt=of_term("attempt"),
        term_bruker=of_term("bruker"),
    )
    # Where a page of phases has been in English too, so that there is one to lead to.
    page(project, "en/phases/anchoring/", "en", "phase")
    return tiny.save(project, "Change")


@pytest.fixture
def second(first: Path) -> Path:
    """The same with 1.1, in which each address has an answer."""
    tiny.write(first / "data/permalinks.yml", RULES)
    renamed = first / "pages/faser/avtale/index.html"
    text = renamed.read_text(encoding="utf-8")
    tiny.write(renamed, text.replace('id="verksted">', 'id="verksted"><span id="workshop"></span>'))
    # Rules are held against the pages of the project: it needs those that are led to.
    for code in ("no", "en"):
        keys = "title: F\nid: phase\nkind: phase\nurl: phases/anchoring/"
        text = f"---\n{keys}\n---\n\n## A {{ #workshop }}\n"
        tiny.write(first / f"docs/{code}/faser/forankring.md", text)
        keys = "title: O\nid: ordliste\nkind: list\nurl: glossary/"
        text = f"---\n{keys}\n---\n\n{{{{ glossary }}}}\n"
        tiny.write(first / f"docs/{code}/ordliste.md", text)
    # The old anchors, as the build of the real site keeps them.
    terms(first, "attempt", "bruker", "pilot", "trial")
    publish(tiny.save(first, "Answer"), "1.1")
    return first


def test_publishing_names_every_address_that_would_be_a_dead_end_and_how_to_mend_it(first):
    before = git(first, "for-each-ref")
    said = refused(lambda: publish(first, "1.1"))
    assert git(first, "for-each-ref") == before
    assert [line.partition(": ")[0] for line in said] == [
        *(f"id/{id_}/" for id_ in ("kritikk", "term-pilot", "term-trial", "vedlegg")),
        "latest/assets/images/old.png",
        "latest/data/old.csv",
        "latest/en/glossary/#term-pilot",
        "latest/en/glossary/#term-trial",
        *(f"latest/en/method/{id_}/{name}" for id_ in ("kritikk", "vedlegg")
          for name in ("", "cite.bib", "cite.json", "cite.ris")),
        "latest/faser/avtale/#workshop",
        *(f"latest/metoden/{id_}/{name}" for id_ in ("kritikk", "vedlegg")
          for name in ("", "cite.bib", "cite.json", "cite.ris")),
        "latest/ordliste/#term-pilot",
        "latest/ordliste/#term-trial",
    ]  # fmt: skip
    assert said[8] == (
        "latest/en/method/kritikk/: edition 1.0 has it, and it is not there now – keep the page, "
        "or add to data/permalinks.yml: page: kritikk, with to: or gone:"
    )
    assert "page: agreement, anchor: workshop, with to: or gone:" in said[16]


def test_an_address_that_another_page_took_is_no_answer(first):
    take(first, "en/phases/anchoring")
    page(first, "en/phases/agreement/", "en", "newcomer")
    tiny.save(first, "Take over")
    assert any(
        'page "agreement" stood here, and now page "newcomer" does – give the new page' in line
        for line in refused(lambda: publish(first, "1.1"))
    )


def test_a_page_that_moved_leads_on_without_a_script_and_says_where(second):
    moved = BeautifulSoup(
        git(second, "show", "gh-pages:latest/en/phases/agreement/index.html"), "lxml"
    )
    assert moved.html["lang"] == "en"
    assert moved.noscript.meta["content"] == "0; url=../deal/"
    assert moved.find("link", rel="canonical")["href"] == f"{tiny.ADDRESS}latest/en/phases/deal/"
    assert moved.main.a["href"] == "../deal/"
    assert moved.script["src"] == "../../../assets/js/moved.js"
    assert moved.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    bib = git(second, "show", "gh-pages:latest/en/phases/agreement/cite.bib")
    assert bib == git(second, "show", "gh-pages:latest/en/phases/deal/cite.bib")


def test_what_was_taken_away_says_why_in_its_language_and_where_it_can_still_be_read(second):
    gone = BeautifulSoup(git(second, "show", "gh-pages:latest/metoden/kritikk/index.html"), "lxml")
    assert gone.main.p.text == "Teksten var feil."
    assert [a["href"] for a in gone.main.find_all("a")] == [
        "../../../1.0/metoden/kritikk/",
        "../../",
    ]
    ris = git(second, "show", "gh-pages:latest/en/method/kritikk/cite.ris")
    assert ris == "This has been taken away. The text was wrong."
    part = git(second, "show", "gh-pages:latest/en/method/vedlegg/index.html")
    assert 'content="0; url=../../phases/anchoring/#workshop"' in part


def test_an_edition_lists_what_it_has_and_where_it_leads_on_from(second):
    told = json.loads(git(second, "show", "gh-pages:1.1/addresses.json"))
    assert told["kept"]["en/phases/agreement/index.html"] == "en/phases/deal/index.html"
    assert told["kept"]["metoden/kritikk/index.html"] == ""
    own = told["addresses"]["faser/forankring/index.html"]
    assert own == {
        "page": "phase", "lang": "nb", "headings": [], "anchors": ["in-short", "workshop"],
    }  # fmt: skip
    assert "faser/forankring/index.html" not in told["kept"]


@pytest.mark.parametrize("spoilt", [None, "{", "[]", '{"addresses": [1]}'])
def test_editions_without_a_list_that_can_be_read_are_read_page_by_page(first, spoilt):
    tree = first.parent / "by-hand"
    git(first, "worktree", "add", "--quiet", str(tree), "gh-pages")
    (tree / "1.0/addresses.json").unlink()
    if spoilt is not None:
        tiny.write(tree / "1.0/addresses.json", spoilt)
    tiny.save(tree, "By hand")
    git(first, "worktree", "remove", str(tree))
    # Its pages tell which addresses there are. Permanent ids are in the list alone.
    said = refused(lambda: publish(first, "1.1"))
    assert len([line for line in said if line.startswith("latest/")]) == 23


def test_a_mend_keeps_what_led_on(second):
    tiny.write(second / "pages/siter.bib", "mended")
    tiny.save(second, "Mend")
    done = publish(second, "1.1", mend=True)
    assert done.mended == ("siter.bib",)
    assert "deal" in git(second, "show", "gh-pages:latest/en/phases/agreement/index.html")


# Permanent addresses ---------------------------------------------------------------------------


def permalink(project: Path, id_: str) -> BeautifulSoup:
    return BeautifulSoup(git(project, "show", f"gh-pages:id/{id_}/index.html"), "lxml")


def leads(soup: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in soup.select("a[data-lead]")}


def test_a_permanent_id_leads_to_where_its_thing_stands_now_in_both_languages(second):
    assert leads(permalink(second, "agreement")) == {
        "nb": "../../latest/faser/avtale/",
        "en": "../../latest/en/phases/deal/",
    }
    # A page that became part of another, and a term that got another name.
    assert leads(permalink(second, "vedlegg"))["en"] == "../../latest/en/phases/anchoring/#workshop"
    trial = permalink(second, "term-trial")
    assert leads(trial)["nb"] == "../../latest/ordliste/#term-attempt"
    assert trial.noscript.meta["content"] == "0; url=../../latest/ordliste/#term-attempt"


@pytest.mark.parametrize(
    ("id_", "reasons", "before"),
    [
        ("kritikk", ("Teksten var feil.", "The text was wrong."), "metoden/kritikk/"),
        (
            "term-pilot",
            ("Ordet var ikke i bruk.", "The word was not in use."),
            "ordliste/#term-pilot",
        ),
    ],
)
def test_a_permanent_id_of_what_is_gone_says_why_and_where_it_can_still_be_read(
    second, id_, reasons, before
):
    soup = permalink(second, id_)
    assert [lead["lang"] for lead in soup.select("main > div")] == ["nb", "en"]
    assert tuple(lead.p.text for lead in soup.select("main > div")) == reasons
    assert soup.a["href"] == f"../../1.0/{before}"
    assert not soup.select("script, noscript, [data-lead]")


def test_an_id_that_leads_where_it_did_is_the_same_file_in_each_edition(second):
    for path in ("id/term-bruker/index.html", "id/permalink.js", "id/permalink.css"):
        before, now = git(second, "rev-parse", f"gh-pages~:{path}", f"gh-pages:{path}").split()
        assert before == now


def test_an_id_is_never_given_to_something_else(second):
    places = {"phase": ("phase", "faser/forankring/", "en/phases/anchoring/")}
    ids = ("bruker", "attempt", "pilot")  # pilot was gone
    give_ids(
        second,
        agreement=("agreement", "faser/avtale/", "en/phases/deal/"),
        **places,
        **{f"term_{id_}": of_term(id_) for id_ in ids},
    )
    told = second / "pages/data/ids.json"
    tiny.write(told, told.read_text(encoding="utf-8").replace("term-bruker nb", "Kjerring"))
    text = told.read_text(encoding="utf-8").replace("term-bruker en", "Whirligig")
    tiny.write(told, text)
    tiny.save(second, "Give ids away again")
    assert refused(lambda: publish(second, "1.2")) == [
        f'id/{id_}/: edition {number} has it: the id "{id_}" was published for “{id_} nb” (term) – '
        "give what has it now another id, or, if it is the same thing, "
        f'add to data/permalinks.yml: id: {id_}, same: "{title}"'
        for id_, number, title in (
            ("term-bruker", "1.1", "Kjerring"),
            ("term-pilot", "1.0", "term-pilot nb"),
        )
    ]
    rules = second / "data/permalinks.yml"
    titles = {"term-bruker": "Kjerring", "term-pilot": "term-pilot en"}
    same = "".join(f"- id: {id_}\n  same: {title}\n" for id_, title in titles.items())
    text = rules.read_text(encoding="utf-8")
    tiny.write(rules, text + same)
    publish(tiny.save(second, "Say that they are the same"), "1.2")
    assert leads(permalink(second, "term-pilot"))["nb"] == "../../latest/ordliste/#term-pilot"
    told = json.loads(git(second, "show", "gh-pages:1.2/addresses.json"))["ids"]
    assert {id_: each["last_in"] for id_, each in told.items() if "last_in" in each} == {
        "kritikk": "1.0", "vedlegg": "1.0", "term-trial": "1.0",
    }  # fmt: skip


def test_an_edition_that_comes_late_adds_ids_and_changes_none(second):
    before = git(second, "rev-parse", "gh-pages:id/agreement/index.html")
    terms(second, "bruker", "late")
    give_ids(
        second,
        agreement=("agreement", "faser/avtale/", "en/phases/deal/"),
        term_late=of_term("late"),
    )
    publish(tiny.save(second, "Write late"), "1.0.1", yes=True)
    assert leads(permalink(second, "term-late"))["en"] == "../../1.0.1/en/glossary/#term-late"
    assert git(second, "rev-parse", "gh-pages:id/agreement/index.html") == before
    give_ids(second, agreement=("agreement", "faser/avtale/", "en/phases/deal/"))
    tiny.save(second, "Forget it")
    assert any(
        line.startswith("id/term-late/: edition 1.0.1 has it: “term-late nb” was published as ")
        for line in refused(lambda: publish(second, "1.2"))
    )


# Through a real server -------------------------------------------------------------------------


@pytest.fixture(params=["/", "/a/folder/"])
def replayed(second: Path, tmp_path: Path, request) -> Iterator[tuple[Path, str]]:
    """Editions 1.0, 1.1 and 2.0, the last withdrawn, at a path of a server."""
    take(second, "faser/avtale")
    page(second, "faser/enighet/", "nb", "agreement", '<h2 id="verksted">…</h2>')
    page(second, "nytt/", "nb", "new")
    give_ids(
        second,
        agreement=("agreement", "faser/enighet/", "en/phases/deal/"),
        phase=("phase", "faser/forankring/", "en/phases/anchoring/"),
        new=("new", "nytt/"),
        term_attempt=of_term("attempt"),
        term_bruker=of_term("bruker"),
    )
    publish(tiny.save(second, "Move again"), "2.0")
    withdraw(second, "2.0", NOW)
    public = tmp_path / "public"
    git(second, "archive", "--output", str(tmp_path / "all.tar"), "gh-pages")
    shutil.unpack_archive(tmp_path / "all.tar", public, filter="data")
    port = free_port()
    with nginx(tmp_path, public, port, request.param):
        yield public, f"http://127.0.0.1:{port}{request.param}"


def dead(public: Path, root: str) -> tuple[int, list[str]]:
    """Replays every address and anchor of every edition, there and below latest/."""
    count, found = 0, []
    for list_ in sorted(public.glob("[0-9]*/addresses.json")):
        number = list_.parent.name
        told = json.loads(list_.read_text(encoding="utf-8"))
        for path, each in told["addresses"].items():
            for folder in (number, "latest"):
                address = f"{root}{folder}/{path.removesuffix('index.html')}"
                for anchor in ("", *each.get("anchors", ())):
                    count += 1
                    if not alive(address, anchor):
                        found.append(f"{folder}/{path}#{anchor}")
    return count, found


def alive(address: str, anchor: str, *, hops: int = 3) -> bool:
    """Whether an address shows something, and the anchor is there or the page says why not."""
    try:
        with urllib.request.urlopen(address) as answer:
            text = answer.read().decode("utf-8", "replace")
    except HTTPError:
        return False
    if not anchor and "moved" not in text:
        return bool(text)
    soup = BeautifulSoup(text, "lxml")
    kind = soup.find("meta", attrs={"name": "page-kind"})
    if kind and kind["content"] in ("gone", "withdrawn"):
        return bool(soup.main.p.text)
    refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
    if refresh:
        to = urljoin(address, re.sub(r"^0; url=", "", refresh["content"]))
        led = urlsplit(to).fragment or anchor
        return hops > 0 and alive(to.partition("#")[0], led, hops=hops - 1)
    return not anchor or soup.find(id=anchor) is not None


def test_no_address_of_any_edition_is_dead_even_when_the_newest_was_withdrawn(replayed):
    public, root = replayed
    count, found = dead(public, root)
    assert count > 150
    # A picture cannot say why it is gone: there is the 404 page, as the rules say.
    assert found == ["latest/assets/images/old.png#"]
    # What the withdrawn edition alone had says so, and what it had moved leads back.
    latest = (public / "latest/nytt/index.html").read_text(encoding="utf-8")
    assert "Utgave 2.0 ble trukket tilbake" in latest
    back = (public / "latest/faser/enighet/index.html").read_text(encoding="utf-8")
    assert 'url=../avtale/"' in back


def test_every_permanent_id_leads_right_or_says_why_not_at_any_path(replayed):
    public, root = replayed
    given = set()
    for list_ in public.glob("[0-9]*/addresses.json"):
        given |= set(json.loads(list_.read_text(encoding="utf-8"))["ids"])
    assert len(given) == 10
    shown = {}
    for id_ in sorted(given):
        address = f"{root}id/{id_}/"
        with urllib.request.urlopen(address) as answer:
            soup = BeautifulSoup(answer.read(), "lxml")
        links = [a["href"] for a in soup.find_all("a")]
        refresh = soup.find("meta", attrs={"http-equiv": "refresh"})
        if refresh:  # Norwegian without a script, and a plain link to the other language
            assert refresh["content"] == f"0; url={leads(soup)['nb']}"
            assert set(leads(soup)) == {"nb", "en"}
        for link in links:
            to, _, anchor = urljoin(address, link).partition("#")
            assert to.startswith(root)
            assert alive(to, anchor), f"{id_}: {link}"
        for asset in soup.select("link[rel=stylesheet], script"):
            assert alive(urljoin(address, asset.get("href") or asset["src"]), "")
        shown[id_] = leads(soup).get("nb") or soup.select_one("main > div > p").text
    # The newest edition was withdrawn: ids lead to the one before, and say what it alone had.
    assert shown["agreement"] == "../../latest/faser/avtale/"
    assert shown["new"].startswith("Utgave 2.0 ble trukket tilbake")
    assert shown["term-trial"] == "../../latest/ordliste/#term-attempt"
    assert shown["kritikk"] == "Teksten var feil."
