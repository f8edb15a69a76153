"""Pages are finished in order, from the cache where nothing changed, and warnings are told."""

import logging
from types import SimpleNamespace

import pytest

from scripts.common.cache import Cache
from scripts.common.paths import Project
from scripts.pipeline import page_loop
from scripts.pipeline.page_job import FinishedPage
from scripts.pipeline.page_loop import finish_pages

NAMES = [f"page-{at}" for at in range(20)]


class Site:
    """Jobs with nothing but a name; `key` is what the pages share."""

    def __init__(self, root):
        self.root, self.key, self.made = root, "site", []
        self.cache = Cache(root / "references.json")
        self.texts = {name: name for name in NAMES}

    def finish(self, how=lambda name: FinishedPage(f"<p>{name}</p>", name, {"a.txt": name})):
        build = SimpleNamespace(
            project=Project(self.root),
            cache=self.cache,
            content=SimpleNamespace(sources={}),
            bibliography=lambda locale: None,
            cited_by=lambda locale: {},
        )
        jobs = [SimpleNamespace(build=build, locale=None, config=None, name=name) for name in NAMES]

        def made(job):
            self.made.append(job.name)
            return how(job.name)

        self.made.clear()
        return finish_pages(jobs, made)


@pytest.fixture
def site(tmp_path, monkeypatch):
    found = Site(tmp_path)
    monkeypatch.setattr(page_loop, "site_fingerprint", lambda *_: found.key)
    monkeypatch.setattr(
        page_loop, "page_fingerprint", lambda site, job: f"{site}-{found.texts[job.name]}"
    )
    # In this process, so that what was made can be counted; the other way is tested below.
    monkeypatch.setattr(
        page_loop, "fork_map", lambda function, items: [function(item) for item in items]
    )
    return found


def test_no_pages_are_no_work():
    assert finish_pages([], lambda job: 1 / 0) == []


def test_pages_come_in_the_order_of_their_jobs_with_all_that_was_made(site):
    pages = site.finish()
    assert [page.article for page in pages] == NAMES
    assert pages[3] == FinishedPage("<p>page-3</p>", "page-3", {"a.txt": "page-3"})


def test_second_build_makes_nothing_and_gives_the_same(site):
    first = site.finish()
    assert site.made == NAMES
    assert site.finish() == first
    assert site.made == []


def test_one_changed_page_is_made_alone_and_stands_in_its_place(site):
    site.finish()
    site.texts["page-7"] = "changed"
    pages = site.finish(lambda name: FinishedPage("new", f"new {name}"))
    assert site.made == ["page-7"]
    assert [page.article for page in pages] == [*NAMES[:7], "new page-7", *NAMES[8:]]


def test_change_in_what_all_share_makes_every_page(site):
    site.finish()
    site.key = "other"
    site.finish()
    assert site.made == NAMES


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"null", b'{"other": 1}', b"\xff"])
def test_page_that_is_kept_but_cannot_be_read_is_made_anew(site, monkeypatch, content):
    first = site.finish()
    monkeypatch.setattr(page_loop.FileCache, "get", lambda *_: content)
    assert site.finish() == first
    assert site.made == NAMES


def warn(name):
    if name in ("page-4", "page-9"):
        logging.getLogger("mkdocs.structure").warning("%s: a link leads nowhere", name)
        logging.getLogger("mkdocs.structure").info("not a word of this")
    return FinishedPage("", name)


def test_warning_is_told_in_order_and_again_by_the_next_build(site, caplog):
    for made in (NAMES, ["page-4", "page-9"]):
        caplog.clear()
        site.finish(warn)
        assert site.made == made
        assert [(entry.name, entry.levelname, entry.message) for entry in caplog.records] == [
            ("mkdocs.structure", "WARNING", "page-4: a link leads nowhere"),
            ("mkdocs.structure", "WARNING", "page-9: a link leads nowhere"),
        ]


def test_logging_is_as_before_also_after_a_fault(site):
    logger = logging.getLogger("mkdocs")
    before = logger.handlers[:], logger.propagate
    with pytest.raises(ZeroDivisionError):
        site.finish(lambda name: 1 / 0)
    assert (logger.handlers, logger.propagate) == before


def test_references_made_on_the_way_are_kept_for_other_builds_and_not_with_the_page(site):
    def refer(name):
        site.cache.put(f"of {name}", "Moe, K. (2007).")
        return FinishedPage("", name)

    first = site.finish(refer)
    assert first[3].references == {"of page-3": "Moe, K. (2007)."}
    site.cache.save()
    assert Cache(site.root / "references.json").get("of page-3") == "Moe, K. (2007)."
    assert site.finish(refer)[3].references == {}


def test_pages_made_in_processes_bring_their_references_and_warnings_here(
    site, monkeypatch, caplog
):
    from scripts.common import fork_map

    monkeypatch.setattr(page_loop, "fork_map", fork_map.fork_map)
    monkeypatch.setattr(fork_map, "_cores", lambda: 3)
    monkeypatch.setattr(fork_map, "_can_fork", lambda: True)

    def refer(name):
        site.cache.put(f"of {name}", "Moe, K. (2007).")
        return warn(name)

    pages = site.finish(refer)
    assert [page.article for page in pages] == NAMES
    assert site.made == []
    assert [entry.message[:6] for entry in caplog.records] == ["page-4", "page-9"]
    assert site.cache.get("of page-19") == "Moe, K. (2007)."
