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
    publish(tiny.save(first, "Answer"), "1.1")
    return first


def test_publishing_names_every_address_that_would_be_a_dead_end_and_how_to_mend_it(first):
    before = git(first, "for-each-ref")
    said = refused(lambda: publish(first, "1.1"))
    assert git(first, "for-each-ref") == before
    assert [line.partition(": ")[0] for line in said] == [
        "latest/assets/images/old.png",
        "latest/data/old.csv",
        *(f"latest/en/method/{id_}/{name}" for id_ in ("kritikk", "vedlegg")
          for name in ("", "cite.bib", "cite.json", "cite.ris")),
        "latest/faser/avtale/#workshop",
        *(f"latest/metoden/{id_}/{name}" for id_ in ("kritikk", "vedlegg")
          for name in ("", "cite.bib", "cite.json", "cite.ris")),
    ]  # fmt: skip
    assert said[2] == (
        "latest/en/method/kritikk/: edition 1.0 has it, and it is not there now – keep the page, "
        "or add to data/permalinks.yml: page: kritikk, with to: or gone:"
    )
    assert "page: agreement, anchor: workshop, with to: or gone:" in said[10]


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
    assert len(refused(lambda: publish(first, "1.1"))) == 19


def test_a_mend_keeps_what_led_on(second):
    tiny.write(second / "pages/siter.bib", "mended")
    tiny.save(second, "Mend")
    done = publish(second, "1.1", mend=True)
    assert done.mended == ("siter.bib",)
    assert "deal" in git(second, "show", "gh-pages:latest/en/phases/agreement/index.html")


# Through a real server -------------------------------------------------------------------------


@pytest.fixture(params=["/", "/a/folder/"])
def replayed(second: Path, tmp_path: Path, request) -> Iterator[tuple[Path, str]]:
    """Editions 1.0, 1.1 and 2.0, the last withdrawn, at a path of a server."""
    take(second, "faser/avtale")
    page(second, "faser/enighet/", "nb", "agreement", '<h2 id="verksted">…</h2>')
    page(second, "nytt/", "nb", "new")
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
