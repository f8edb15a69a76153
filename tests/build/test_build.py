"""Building: whole or not at all, with every fault named."""

import json
import os
import socket
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from scripts.devtools.twice import different, site_bytes
from scripts.pipeline.build import BuildFailed, build_site
from tests.repository import run, spoil
from tests.small import small_site

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
            "docs/no/metoden/historie.md: the page is missing in the other language – "
            "write docs/en/metoden/historie.md",
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


UNTRANSLATED = """
site_name: Trial
strict: false
theme: {name: null, custom_dir: theme}
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: "no", name: Norsk, default: true, build: true}
        - {locale: en, name: English, build: true}
hooks: [guard.py]
"""
GUARD = """
from mkdocs.plugins import event_priority
from scripts.pipeline.setup import guard_language

@event_priority(-200)
def on_files(files, config):
    guard_language(files, config)
"""


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_a_page_is_never_published_in_the_wrong_language(tmp_path, root, builder):
    """The check finds a missing translation first; this is the net below it, strict or not."""
    for name in ("no/index.md", "no/om.md", "en/index.md"):
        page = tmp_path / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# Trial\n", encoding="utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text("{{ page.content }}", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(UNTRANSLATED, encoding="utf-8")
    (tmp_path / "guard.py").write_text(GUARD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", builder, "build", "--config-file", "mkdocs.yml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "docs/no/om.md: would be published as English – write its translation" in done.stderr
    assert not (tmp_path / "site" / "en" / "om" / "index.html").exists()


def test_a_warning_of_mkdocs_is_shown_and_stops_the_build(tmp_path):
    project = small_site(tmp_path / "project")
    (project / "warns.py").write_text(
        "import logging\n\n\ndef on_nav(nav, config, files):\n"
        "    logging.getLogger('mkdocs.x').warning('something is off')\n",
        encoding="utf-8",
    )
    hook = "  - scripts/pipeline/hooks.py\n"
    spoil(project / "mkdocs.yml", hook, f"{hook}  - warns.py\n")
    done = run(project, "build")
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


def test_plain_mkdocs_builds_the_same_site_byte_for_byte_at_any_time_and_place(
    root, site, tmp_path
):
    """The stack is MkDocs: its own command must work, strictly, without ours."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", tmp_path / "again"]
    environment = {**os.environ, "PYTHONPATH": str(root), "SITE_PRINT": "on"}
    environment |= {"SOURCE_DATE_EPOCH": "1700000000", "TZ": "Pacific/Auckland"}
    environment |= {"LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    again, before = site_bytes(tmp_path / "again"), site_bytes(site)
    assert len(before) > 1000
    assert different(again, before) == []


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


def test_a_translation_of_which_one_section_lags_leads_to_that_section(changed):
    page = BeautifulSoup((changed.site / "en/method/history/index.html").read_text("utf-8"), "lxml")
    (notice,) = [each for each in page.select(".notice") if "translated" in each.text]
    heading, original = notice.select("a")
    assert notice.text.startswith(
        "The Norwegian original has changed since this page was translated, under: "
        f"{heading.text}. Read the Norwegian page"
    )
    assert page.select_one(heading["href"]).text.startswith(heading.text)
    assert original["href"] == "../../../metoden/historie/"


def test_a_failure_in_the_build_is_raised_as_such(copy_project, capsys):
    project = copy_project()
    (project / "docs/en/metoden/historie.md").unlink()
    with pytest.raises(BuildFailed, match="is missing in the other language"):
        build_site(project, project / "site")
