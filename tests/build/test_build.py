"""Building: whole or not at all, with every fault named."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.builder import BuildFailed, build_site
from tests.conftest import copy_parts
from tests.repository import run, spoil

ANCHORING = "docs/en/faser/forankring.md"


def test_a_failed_build_leaves_the_site_as_it_was(copy_project):
    project = copy_project()
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site", encoding="utf-8")
    spoil(project / ANCHORING, r"^id: .*$", "id: other")
    done = run(project, "build")
    assert done.returncode == 1
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert not list(project.glob(".site-*"))


def test_every_fault_is_named_in_one_run_without_a_traceback(copy_project):
    project = copy_project()
    (project / "docs/en/metoden/historie.md").unlink()
    spoil(project / "docs/no/faser/index.md", r"\[@[^\]]+\]", "[@no-such-source]")
    spoil(project / "docs/no/om/index.md", r"^title:", "titel:")
    (project / "docs/no/kommuner/index.md").write_bytes(b"---\ntitle: \xe5\n---\n")
    for command in ("check", "build"):
        done = run(project, command)
        assert done.returncode == 1
        assert "Traceback" not in done.stdout + done.stderr
        for place in (
            "docs/no/metoden/historie.md: the page has no twin – write docs/en/metoden/historie.md",
            'unknown source "no-such-source"',
            'docs/no/om/index.md:2: unknown key "titel" – did you mean "title"?',
            "docs/no/kommuner/index.md:2: the file is not in UTF-8",
        ):
            assert place in done.stderr


def test_two_pages_with_one_address_stop_the_build_with_both_paths(copy_project):
    project = copy_project()
    spoil(project / ANCHORING, r"^url: .*$", "url: phases/")
    done = run(project, "build")
    assert done.returncode == 1
    assert ANCHORING in done.stderr
    assert "docs/en/faser/index.md" in done.stderr


def test_a_file_that_pages_offer_and_no_hook_makes_stops_the_build(copy_project):
    """The line used to go away without a word, and the offer with it."""
    project = copy_project()
    spoil(project / "scripts/hooks/forms.py", r"path\.write_bytes\(.*\)$", "pass")
    done = run(project, "build")
    assert done.returncode == 1
    offer = "the page offers trykk/partskart-skjema.docx, which the build did not make"
    assert f"docs/no/verktoy/partskart.md: {offer}" in done.stderr
    assert f"docs/no/om/trykk-og-verksted.md: {offer}" in done.stderr
    assert not (project / "site").exists()


@pytest.fixture(scope="module")
def unfit(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A project whose check sees nothing, with a page that lacks its twin and a warning."""
    project = copy_parts(tmp_path_factory.mktemp("unfit") / "project")
    (project / "docs/en/metoden/historie.md").unlink()
    spoil(project / "scripts/knowledge/check.py", r"if content\.problems:", "if False:")
    hook = project / "scripts/hooks/catalogue.py"
    hook.write_text(
        hook.read_text(encoding="utf-8")
        + "\n\ndef on_nav(nav, config, files):\n"
        + "    import logging\n    logging.getLogger('mkdocs.x').warning('something is off')\n",
        encoding="utf-8",
    )
    return project, run(project, "build")


def test_a_page_is_never_published_in_the_wrong_language(unfit):
    """The check finds a missing twin first; this is the net below it."""
    project, done = unfit
    assert done.returncode == 1
    assert "no/metoden/historie.md would be published as English" in done.stderr
    assert not (project / "site").exists()


def test_a_warning_of_mkdocs_is_shown_and_stops_the_build(unfit):
    project, done = unfit
    assert done.returncode == 1
    assert "WARNING: something is off" in done.stderr
    assert not (project / "site").exists()


def test_broken_configuration_is_named_with_its_line(copy_project):
    project = copy_project()
    spoil(project / "mkdocs.yml", r"^theme:", "theme: [")
    done = run(project, "build")
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said_with_another_to_try(root):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(root, "serve", "--port", str(port))
    assert done.returncode == 1
    assert f"127.0.0.1:{port}: the port is in use – " in done.stderr
    assert "Traceback" not in done.stderr


def test_plain_mkdocs_builds_the_same_pages_byte_for_byte(root, site, tmp_path):
    """The stack is MkDocs: its own command must work, strictly, without ours."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", tmp_path / "again"]
    environment = {**os.environ, "PYTHONPATH": str(root), "SITE_PRINT": "on"}
    environment["SOURCE_DATE_EPOCH"] = "1700000000"
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    built = {path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*.html")}
    assert built == {path.relative_to(site) for path in site.rglob("*.html")}
    for path in built:
        assert (tmp_path / "again" / path).read_bytes() == (site / path).read_bytes(), path


def test_an_edition_says_so_on_every_page_and_in_its_data(plain, published):
    page = (plain / "faser/index.html").read_text(encoding="utf-8")
    assert 'data-edition="1.10"' in page
    assert f'href="{published.address}latest/faser/"' in page
    data = json.loads((plain / "data/pages.json").read_text(encoding="utf-8"))
    assert data["edition"] == "1.10"
    sitemap = (plain / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{published.address}latest/en/</loc>" in sitemap
    assert "latesten" not in sitemap


def test_an_outdated_translation_says_so_and_links_to_the_original(changed):
    english = (changed.site / "en/phases/index.html").read_text(encoding="utf-8")
    assert "The Norwegian original has changed since this page was translated." in english
    assert "since this page" not in (changed.site / "en/index.html").read_text(encoding="utf-8")


def test_a_failure_in_the_build_is_raised_as_such(copy_project, capsys):
    project = copy_project()
    (project / "docs/en/metoden/historie.md").unlink()
    with pytest.raises(BuildFailed, match="has no twin"):
        build_site(project, project / "site")
