"""What the preview makes anew when something changes, and what it tells. Nothing is built here:
tests/build/test_serve.py has a real preview."""

import shutil
import socket
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from scripts.checks.run import load_content
from scripts.common.problems import ProblemsFound
from scripts.pipeline import preview as module
from scripts.pipeline.build import BuildFailed
from scripts.pipeline.preview import Preview, is_free, serve
from tests.unit.projects import ROOT, edit

HISTORY = "docs/no/metoden/historie.md"


class Server:
    """Takes the place of the web server: it holds what would be shown."""

    def __init__(self, host, port, mount, update, idle):
        self.address = (host, port, mount)
        self.root, self.faults, self.shown = ".", "", 0

    def show(self, site=None):
        self.shown += 1
        if site is not None:
            self.root = str(site)


@pytest.fixture
def preview(project, tmp_path, monkeypatch):
    """A preview of the small project after its first build; `built` counts whole builds."""
    monkeypatch.setattr(module, "PreviewServer", Server)
    monkeypatch.delenv("SITE_URL", raising=False)
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(module.time, "monotonic", lambda: clock.now)
    (tmp_path / "sites").mkdir()
    shutil.copytree(ROOT / "overrides" / "preview", project.root / "overrides" / "preview")
    made = Preview(project.root, 8000, tmp_path / "sites")
    made.clock, made.built, made.fails = clock, 0, None

    def build(root, site, address):
        made.built += 1
        if made.fails:
            raise BuildFailed(made.fails)
        content = load_content(project)
        site.mkdir()
        page_rebuilders = {page.path: lambda page=page: page.body for page in content.site.pages}
        for page in content.site.pages:
            (site / page.url).mkdir(parents=True, exist_ok=True)
        return SimpleNamespace(content=content, page_rebuilders=page_rebuilders)

    monkeypatch.setattr(module, "run_mkdocs", build)
    made._build_all()
    assert (made.built, made.server.faults) == (1, "")
    yield made
    made._stop_background()


def shown(preview, url="metoden/historie/"):
    return (module.Path(preview.server.root) / url / "index.html").read_text(encoding="utf-8")


def change(preview, path, old, new):
    """Save a file, and let the preview follow."""
    edit(SimpleNamespace(root=preview.root), path, old, new)
    before = preview.server.shown
    preview.update({preview.root / path})
    assert preview.server.shown > before


def background(preview, monkeypatch, code="pass"):
    """Let the build behind the editor's back be this program; the commands that were begun."""
    begun, start = [], subprocess.Popen

    def instead(command, **how):
        begun.append((command, how))
        own = how.get("start_new_session", False)
        return start([sys.executable, "-c", code], start_new_session=own)

    monkeypatch.setattr(module.subprocess, "Popen", instead)
    # It asks git for dates, which is no program to be exchanged.
    monkeypatch.setattr(module, "write_desk", lambda content, site: None)
    return begun


def test_changed_text_is_shown_by_itself_without_a_build(preview):
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    assert "Hva sto der?" in shown(preview)
    assert preview.built == 1


def test_second_change_of_the_same_page_is_shown_too(preview):
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    change(preview, HISTORY, "Hva sto der?", "Hvem skrev?")
    assert "Hvem skrev?" in shown(preview)
    assert preview.built == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(HISTORY, "title: Historien", "title: Fortiden", id="title"),
        pytest.param("data/timeline.yml", '"1999"', '"1998"', id="data"),
        pytest.param("mkdocs.yml", "site_name: ", "site_name: Ny ", id="configuration"),
    ],
)
def test_any_other_change_is_a_whole_build(preview, path, old, new):
    before = preview.server.root
    change(preview, path, old, new)
    assert preview.built == 2
    assert preview.server.root != before
    assert not module.Path(before).exists()


def test_text_and_data_together_are_one_whole_build(preview):
    edit(SimpleNamespace(root=preview.root), HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.update({preview.root / HISTORY, preview.root / "data/timeline.yml"})
    assert preview.built == 2


def test_new_page_and_page_that_is_gone_are_whole_builds(preview):
    new = preview.root / "docs/no/metoden/ny.md"
    new.write_text("---\ntitle: Ny\n---\n", encoding="utf-8")
    preview.update({new})
    assert preview.built == 2
    new.unlink()
    preview.update({new})
    assert preview.built == 3


def test_fault_in_a_text_is_told_and_taken_back_when_it_is_mended(preview):
    change(preview, HISTORY, "[@campaign]", "[@no-such]")
    assert 'unknown source "no-such"' in preview.server.faults
    assert "[@no-such]" in shown(preview)
    # The text is shown, so nobody is told that nothing was written.
    assert "Nothing was written" not in preview.server.faults
    change(preview, HISTORY, "[@no-such]", "[@campaign]")
    assert preview.server.faults == ""
    assert preview.built == 1


def test_that_the_last_fault_is_mended_is_told_in_the_terminal(preview, caplog):
    caplog.set_level("INFO")
    change(preview, HISTORY, "[@campaign]", "[@no-such]")
    change(preview, HISTORY, "[@no-such]", "[@campaign]")
    assert caplog.messages[-1] == "No problems any more."


def test_page_that_cannot_be_made_is_told_and_the_preview_lives_on(preview):
    preview.build.page_rebuilders[HISTORY] = lambda: 1 / 0
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    assert preview.built == 1


def test_failed_build_is_told_and_the_old_pages_stay(preview):
    before = preview.server.root
    preview.fails = "overrides: a template is broken"
    change(preview, "data/timeline.yml", '"1999"', '"1998"')
    assert preview.server.faults == (
        "overrides: a template is broken\n"
        "Until that is mended, pages are shown as they were before."
    )
    assert preview.server.root == before
    assert module.Path(before).exists()
    preview.fails = None
    change(preview, "data/timeline.yml", '"1998"', '"1999"')
    assert preview.server.faults == ""


def test_same_fault_is_logged_once(preview, caplog):
    change(preview, HISTORY, "[@campaign]", "[@no-such]")
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    assert len([entry for entry in caplog.records if "no-such" in entry.message]) == 1


def test_the_rest_follows_when_nobody_types(preview, monkeypatch):
    begun = background(preview, monkeypatch)
    preview.idle()
    assert begun == []
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.clock.now += 1.9
    preview.idle()
    assert begun == []
    preview.clock.now += 0.2
    preview.idle()
    ((command, how),) = begun
    assert command[1:4] == ["-m", "scripts.cli", "build"]
    assert (how["env"]["SITE_URL"], how["env"]["SITE_PRINT"]) == ("http://127.0.0.1:8000/", "off")
    preview._background.wait()
    preview.idle()
    assert preview.server.root == command[-1]
    preview.idle()
    assert len(begun) == 1


def test_build_in_background_that_fails_is_not_shown(preview, monkeypatch):
    background(preview, monkeypatch, "raise SystemExit(1)")
    before = preview.server.root
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.clock.now += 3
    preview.idle()
    preview._background.wait()
    preview.idle()
    assert preview.server.root == before


def test_build_in_background_is_stopped_when_somebody_types_and_begun_again(preview, monkeypatch):
    begun = background(preview, monkeypatch, "import time; time.sleep(60)")
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.clock.now += 3
    preview.idle()
    first = preview._background
    change(preview, HISTORY, "Hva sto der?", "Hvem skrev?")
    assert first.returncode is not None
    preview.clock.now += 3
    preview.idle()
    assert len(begun) == 2
    assert begun[0][0][-1] != begun[1][0][-1]


def test_what_a_build_in_background_began_ends_with_it(preview, monkeypatch, tmp_path):
    told = tmp_path / "pid"
    code = (
        "import pathlib, subprocess, sys, time\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(told)!r}).write_text(f'{{p.pid}}.')\n"
        "time.sleep(60)"
    )
    background(preview, monkeypatch, code)
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.clock.now += 3
    preview.idle()
    # The clock of the preview stands still here.
    deadline = time.perf_counter() + 30
    while not (told.exists() and told.read_text().endswith(".")):
        assert time.perf_counter() < deadline
        time.sleep(0.01)
    preview._stop_background()
    state = module.Path(f"/proc/{told.read_text()[:-1]}/stat")
    # Nobody may have asked yet how it ended.
    assert not state.exists() or state.read_text().rpartition(") ")[2].startswith("Z")


def test_nothing_is_built_in_the_background_while_a_fault_is_shown_or_after_a_whole_build(
    preview, monkeypatch
):
    begun = background(preview, monkeypatch)
    change(preview, HISTORY, "[@campaign]", "[@no-such]")
    preview.clock.now += 3
    preview.idle()
    change(preview, "data/timeline.yml", '"1999"', '"1998"')
    preview.clock.now += 3
    preview.idle()
    assert begun == []


def test_the_preview_lies_where_the_site_will(project, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PreviewServer", Server)
    for address, mount in (("https://mkm.example/", "/"), ("https://x.example/a/b/", "/a/b/")):
        monkeypatch.setenv("SITE_URL", address)
        made = Preview(project.root, 8001, tmp_path)
        assert made.server.address == ("127.0.0.1", 8001, mount)
        assert made.address == f"http://127.0.0.1:8001{mount}"


def test_port_in_use_is_told_with_another_to_choose(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert not is_free(port)
        with pytest.raises(ProblemsFound, match=f"make serve PORT={port + 1}"):
            serve(tmp_path, port)
    assert is_free(port)


def test_what_waits_for_editors_is_a_page_of_the_preview_and_of_nothing_else(preview):
    assert "Pages that were never reviewed (8)" in shown(preview, "desk/")
    named = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "scripts").rglob("*.py")
        if "write_desk(" in path.read_text(encoding="utf-8")
    ]
    assert sorted(named) == ["scripts/pipeline/desk_page.py", "scripts/pipeline/preview.py"]


def test_measures_of_the_desk_that_are_wrong_leave_the_preview_as_it_is(preview):
    change(preview, "data/desk.yml", "review_months: 24", "review_months: long")
    assert preview.built == 2
    assert "review_months is" in preview.server.faults
    assert not (module.Path(preview.server.root) / "desk").exists()


UNFINISHED = ("  language: nb\n  read: abstract\n", "  language: nb\n")


def test_source_that_is_saved_unfinished_during_a_build_ends_no_preview(preview, monkeypatch):
    build = module.run_mkdocs

    def slow(root, site, address):
        made = build(root, site, address)
        edit(SimpleNamespace(root=root), "data/sources.yml", *UNFINISHED)
        return made

    monkeypatch.setattr(module, "run_mkdocs", slow)
    preview.update({preview.root / "data/timeline.yml"})
    assert preview.built == 2
    assert "Pages that were never reviewed (8)" in shown(preview, "desk/")


def test_source_that_is_saved_unfinished_during_a_build_in_background_leaves_the_desk_out(
    preview, monkeypatch
):
    write_desk = module.write_desk
    begun = background(preview, monkeypatch)
    change(preview, HISTORY, "Hva sto i avtalene?", "Hva sto der?")
    preview.clock.now += 3
    preview.idle()
    monkeypatch.setattr(module, "write_desk", write_desk)
    edit(SimpleNamespace(root=preview.root), "data/sources.yml", *UNFINISHED)
    preview._background.wait()
    preview.idle()
    assert preview.server.root == begun[0][0][-1]
    assert not (module.Path(preview.server.root) / "desk").exists()


def test_desk_that_cannot_be_made_is_told_in_the_terminal_and_the_preview_lives_on(
    preview, monkeypatch, caplog
):
    monkeypatch.setattr(module, "write_desk", lambda content, site: content.nothing)
    change(preview, "data/timeline.yml", '"1999"', '"1998"')
    assert preview.built == 2
    assert any("desk: AttributeError" in entry.message for entry in caplog.records)
    assert preview.server.faults == ""
