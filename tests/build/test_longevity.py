"""The site outlives the packages that end: its theme is nearly empty, and MkDocs has a fork."""

import os
import subprocess
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, meta, nodes

from tests.repository import spoil
from tests.small import small_site

# All that templates of ours take from Material (CONTRIBUTING.md lists the same).
FROM_MATERIAL = {"material/magnify"}


def test_templates_take_one_icon_from_the_theme_and_nothing_else(root):
    folder = root / "overrides"
    environment = Environment(loader=FileSystemLoader(folder))
    # Named by MkDocs and by the printed documents.
    environment.filters |= {"url": str, "css_string": str}
    named: set[str] = set()
    icons: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".html", ".xml"):
            continue
        tree = environment.parse(path.read_text(encoding="utf-8"))
        named |= {name for name in meta.find_referenced_templates(tree) if name}
        icons |= {
            call.args[0].value
            for call in tree.find_all(nodes.Call)
            if getattr(call.node, "name", "") == "icon"
        }
    missing = set()
    for name in named:
        try:
            environment.get_template(name)
        except TemplateNotFound:
            missing.add(name)
    # Printed documents and the branch's root have loaders of their own folder.
    own = {path.name for path in folder.rglob("*.html")}
    assert {name for name in missing if Path(name).name not in own} == set()
    assert icons == FROM_MATERIAL


def test_without_the_name_of_the_theme_only_that_icon_is_missing(tmp_path):
    project = small_site(tmp_path / "project")
    spoil(project / "mkdocs.yml", r"^  name: material$", "  name: null")
    spoil(
        project / "mkdocs.yml", r"^  language: nb$", "  static_templates: [404.html, sitemap.xml]"
    )
    icon = project / "overrides/.icons/material/magnify.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text('<svg xmlns="http://www.w3.org/2000/svg"></svg>', encoding="utf-8")
    spoil(project / "mkdocs.yml", r"\n          theme:\n            language: en", "")
    done = build(project, "-m", "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/en/phases/anchoring/index.html").is_file()


def test_properdocs_builds_the_site(tmp_path):
    project = small_site(tmp_path / "project")
    done = build(project, "-m", "properdocs", "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/en/phases/anchoring/index.html").is_file()


def test_properdocs_is_as_strict(tmp_path):
    project = small_site(tmp_path / "project")
    (project / "warns.py").write_text(
        "from mkdocs.structure.pages import log\n\n\ndef on_nav(nav, config, files):\n"
        "    log.warning('something is off')\n",
        encoding="utf-8",
    )
    hook = "  - scripts/pipeline/hooks.py\n"
    spoil(project / "mkdocs.yml", hook, f"{hook}  - warns.py\n")
    done = build(project, "-m", "properdocs", "build")
    assert done.returncode == 1
    assert "something is off" in done.stdout + done.stderr


def build(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
