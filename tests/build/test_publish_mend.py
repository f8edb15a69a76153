"""A mend changes what stands at the addresses of an edition, and takes none of them away."""

import json
from pathlib import Path

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import Published
from scripts.pipeline.editions.publish import publish as publish_edition
from tests import tiny
from tests.repository import git

PHASE = "pages/faser/forankring/index.html"


def publish(project: Path, version: str, build=tiny.build, **allowed) -> Published:
    return publish_edition(project, version, Options(**allowed), build)


def mend(project: Path, version: str, **allowed) -> Published:
    return publish(project, version, mend=True, **allowed)


def refused(project: Path, version: str, **allowed) -> str:
    before = git(project, "for-each-ref")
    with pytest.raises(ProblemsFound) as found:
        mend(project, version, **allowed)
    assert git(project, "for-each-ref") == before
    return str(found.value)


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    tiny.write(project / path, text.replace(old, new))
    tiny.save(project, "Change")


@pytest.fixture
def edition(project: Path) -> Path:
    publish(project, "1.0")
    return project


def test_a_mend_lists_what_it_changes_and_dates_it(edition):
    change(edition, PHASE, "<h1>phase</h1>", "<h1>Phase</h1>")
    tiny.write(edition / "pages/ny/index.html", "<main>New</main>")
    tiny.save(edition, "Add")
    done = mend(edition, "1.0")
    assert done.mended == ("faser/forankring/index.html", "ny/index.html")
    told = json.loads(git(edition, "show", "gh-pages:1.0/mended.json"))["mends"]
    assert [each["changed"] for each in told] == [list(done.mended)]
    assert told[0]["commit"] == git(edition, "rev-parse", "HEAD")
    assert len(told[0]["date"]) == len("2026-11-28")
    assert git(edition, "log", "-1", "--format=%s", "gh-pages") == "Mend edition 1.0"


def test_each_mend_is_told_beside_the_earlier_and_has_a_tag_of_its_own(edition):
    first = git(edition, "rev-parse", "edition-1.0")
    for word in ("one", "two"):
        tiny.write(edition / "pages/siter.bib", word)
        tiny.save(edition, "Change")
        mend(edition, "1.0")
    told = json.loads(git(edition, "show", "gh-pages:1.0/mended.json"))["mends"]
    assert [each["changed"] for each in told] == [["siter.bib"], ["siter.bib"]]
    tags = git(edition, "tag", "--list").split()
    assert tags == ["edition-1.0", "edition-1.0-mended-1", "edition-1.0-mended-2"]
    assert git(edition, "rev-parse", "edition-1.0") == first


def test_addresses_and_anchors_that_would_vanish_are_listed_and_the_mend_refused(edition):
    change(edition, PHASE, 'id="workshop"', 'id="verksted"')
    change(edition, "pages/en/index.html", 'id="in-short"', "")
    (edition / "pages/siter.bib").unlink()
    (edition / "pages/data/pages.json").unlink()
    tiny.save(edition, "Take away")
    lines = refused(edition, "1.0").splitlines()
    assert [line.partition(": ")[0] for line in lines[:-1]] == [
        "1.0/data/pages.json",
        "1.0/en/#in-short",
        "1.0/faser/forankring/#workshop",
        "1.0/siter.bib",
    ]


def test_numbers_of_notes_and_names_outside_the_text_may_change(edition):
    change(edition, PHASE, 'id="cite-1-1"', 'id="cite-2-1"')
    change(edition, PHASE, '<nav id="menu"></nav>', "")
    assert mend(edition, "1.0").mended == ("faser/forankring/index.html",)


def test_a_mend_that_changes_nothing_makes_no_commit(edition):
    git(edition, "commit", "--quiet", "--allow-empty", "-m", "Something else")
    before = git(edition, "for-each-ref")
    assert mend(edition, "1.0").tag is None
    assert git(edition, "for-each-ref") == before


def test_an_index_that_pagefind_wrote_in_another_order_is_no_change(project):
    def with_index(text: str):
        def build(root, site, environment):
            tiny.build(root, site, environment)
            for name in ("index/a.pf_index", "fragment/a.pf_fragment", "pagefind-entry.json"):
                tiny.write(site / "pagefind" / name, text)
            tiny.write(site / f"pagefind/fragment/{text}.pf_fragment", text)
            tiny.write(site / "sitemap.xml.gz", text)

        return build

    publish(project, "1.0", with_index("one"))
    assert publish(project, "1.0", with_index("two"), mend=True).tag is None
    tiny.write(project / "pages/siter.bib", "changed")
    tiny.save(project, "Change")
    assert publish(project, "1.0", with_index("two"), mend=True).mended == ("siter.bib",)


def test_what_is_not_published_cannot_be_mended(edition):
    assert "there is no edition 1.1 to mend" in refused(edition, "1.1")


def test_a_mend_for_another_address_is_refused_unless_it_is_meant(edition, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    tiny.write(edition / "pages/siter.bib", "changed")
    tiny.save(edition, "Change")
    said = refused(edition, "1.0")
    assert f"edition 1.0 was published for {tiny.ADDRESS}" in said
    mend(edition, "1.0", yes=True)


def test_mending_the_newest_edition_mends_the_latest_and_an_older_leaves_it(edition):
    tiny.write(edition / "pages/siter.bib", "one")
    publish(tiny.save(edition, "Change"), "1.1")
    tiny.write(edition / "pages/siter.bib", "two")
    tiny.write(edition / "overrides/branch-root/index.html", "Another front door")
    tiny.save(edition, "Change")
    root = git(edition, "rev-parse", "gh-pages:index.html")
    mend(edition, "1.0")
    assert git(edition, "show", "gh-pages:latest/siter.bib") == "one"
    assert git(edition, "rev-parse", "gh-pages:index.html") == root
    mend(edition, "1.1")
    assert git(edition, "show", "gh-pages:latest/siter.bib") == "two"
    assert git(edition, "show", "gh-pages:index.html") == "Another front door"


def test_an_edition_from_before_records_were_kept_can_be_mended(edition):
    tree = edition.parent / "by-hand"
    git(edition, "worktree", "add", "--quiet", str(tree), "gh-pages")
    for name in ("edition.json", "manifest.sha256"):
        (tree / "1.0" / name).unlink()
    tiny.save(tree, "By hand")
    git(edition, "worktree", "remove", str(tree))
    tiny.write(edition / "pages/siter.bib", "changed")
    assert mend(tiny.save(edition, "Change"), "1.0").mended == ("siter.bib",)
