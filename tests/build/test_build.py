"""Building: whole or not at all, with every fault named."""

import json
import os
import socket
import subprocess
import sys

import pytest

from scripts.builder import BuildFailed, build_site
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


def test_a_page_is_never_published_in_the_wrong_language(copy_project):
    """The check finds a missing twin first; this is the net below it."""
    project = copy_project()
    (project / "docs/en/metoden/historie.md").unlink()
    check = project / "scripts/knowledge/check.py"
    spoil(check, r"if content\.problems:", "if False:")
    done = run(project, "build")
    assert done.returncode == 1
    assert "no/metoden/historie.md would be published as English" in done.stderr


def test_a_warning_of_mkdocs_stops_the_build(copy_project):
    project = copy_project()
    hook = project / "scripts/hooks/catalogue.py"
    hook.write_text(
        hook.read_text(encoding="utf-8")
        + "\n\ndef on_nav(nav, config, files):\n"
        + "    import logging\n    logging.getLogger('mkdocs.x').warning('something is off')\n",
        encoding="utf-8",
    )
    done = run(project, "build")
    assert done.returncode == 1
    assert "something is off" in done.stderr
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


def test_the_same_content_gives_the_same_pages(root, site, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build_site(root, tmp_path / "again", {"SITE_PRINT": "on"})
    for path in site.rglob("*.html"):
        again = tmp_path / "again" / path.relative_to(site)
        assert again.read_bytes() == path.read_bytes(), path


def test_an_edition_says_so_on_every_page_and_in_its_data(root, tmp_path):
    build_site(root, tmp_path / "edition", {"MIKE_DOCS_VERSION": "2.0"})
    page = (tmp_path / "edition/faser/index.html").read_text(encoding="utf-8")
    assert 'data-edition="2.0"' in page
    assert 'href="http://127.0.0.1:8000/latest/faser/"' in page
    data = json.loads((tmp_path / "edition/data/pages.json").read_text(encoding="utf-8"))
    assert data["edition"] == "2.0"
    sitemap = (tmp_path / "edition/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>http://127.0.0.1:8000/latest/en/</loc>" in sitemap
    assert "latesten" not in sitemap


def test_an_outdated_translation_says_so_and_links_to_the_original(copy_project):
    project = copy_project()
    page = project / "docs/no/faser/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNytt. [@editorial]\n", encoding="utf-8")
    spoil(project / "docs/en/faser/index.md", r"\Z", "\nNew. [@editorial]\n")
    build_site(project, project / "site")
    english = (project / "site/en/phases/index.html").read_text(encoding="utf-8")
    assert "The Norwegian original has changed since this page was translated." in english
    assert "since this page" not in (project / "site/en/index.html").read_text(encoding="utf-8")


def test_a_failure_in_the_build_is_raised_as_such(copy_project, capsys):
    project = copy_project()
    (project / "docs/en/metoden/historie.md").unlink()
    with pytest.raises(BuildFailed, match="has no twin"):
        build_site(project, project / "site")


def test_plain_mkdocs_builds_the_same_site(copy_project, site):
    """The stack is MkDocs: its own command must work, strictly, without ours."""
    project = copy_project()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    built = {path.relative_to(project / "site") for path in (project / "site").rglob("*.html")}
    assert built == {path.relative_to(site) for path in site.rglob("*.html")}
