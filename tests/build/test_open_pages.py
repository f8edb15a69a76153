"""A page that a browser still shows finds the scripts that it asks for, whatever is published."""

from pathlib import Path

import pytest

from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import Published, publish
from scripts.pipeline.editions.withdraw import withdraw
from tests import tiny
from tests.repository import git

FOLDER = "assets/fixed/js"


def edition(project: Path, version: str, script: str, *, mend: bool = False) -> Published:
    """Publish pages whose one script is called so."""
    for old in (project / "pages" / FOLDER).glob("*.js"):
        old.unlink()
    tiny.write(project / "pages" / FOLDER / script, script)
    tiny.write(project / "pages/siter.bib", script)
    return publish(tiny.save(project, "Change"), version, Options(mend=mend), tiny.build)


def scripts(project: Path, folder: str) -> list[str]:
    return git(project, "ls-tree", "--name-only", f"gh-pages:{folder}/{FOLDER}").split()


@pytest.fixture
def mended(project: Path) -> Path:
    edition(project, "1.0", "planner.aaaaaa.js")
    edition(project, "1.0", "planner.bbbbbb.js", mend=True)
    return project


def test_a_mended_edition_has_its_old_scripts_beside_the_new(mended):
    both = ["planner.aaaaaa.js", "planner.bbbbbb.js"]
    assert scripts(mended, "1.0") == scripts(mended, "latest") == both
    old = git(mended, "show", f"gh-pages:1.0/{FOLDER}/planner.aaaaaa.js")
    assert old == "planner.aaaaaa.js"
    manifest = git(mended, "show", "gh-pages:1.0/manifest.sha256")
    assert all(f"{FOLDER}/{name}" in manifest for name in both)


def test_they_stay_through_every_mend_and_are_no_change(mended):
    edition(mended, "1.0", "planner.cccccc.js", mend=True)
    kept = ["planner.aaaaaa.js", "planner.bbbbbb.js", "planner.cccccc.js"]
    assert scripts(mended, "1.0") == kept
    git(mended, "commit", "--quiet", "--allow-empty", "-m", "Something else")
    again = publish(mended, "1.0", Options(mend=True), tiny.build)
    assert again.tag is None


def test_scripts_of_an_edition_that_an_older_build_made_stay_too(project):
    for name in ("assets/js/planner.js", "assets/css/search.css", "assets/images/old.svg"):
        tiny.write(project / "pages" / name, name)
    edition(project, "1.0", "planner.aaaaaa.js")
    for name in ("assets/js/planner.js", "assets/css/search.css"):
        (project / "pages" / name).unlink()
    edition(project, "1.0", "planner.bbbbbb.js", mend=True)
    assert git(project, "show", "gh-pages:1.0/assets/js/planner.js") == "assets/js/planner.js"
    assert git(project, "show", "gh-pages:1.0/assets/css/search.css") == "assets/css/search.css"


def test_below_the_alias_the_scripts_of_the_edition_before_stay_and_no_older_ones(mended):
    edition(mended, "1.1", "planner.cccccc.js")
    assert scripts(mended, "1.1") == ["planner.cccccc.js"]
    before = ["planner.aaaaaa.js", "planner.bbbbbb.js"]
    assert scripts(mended, "latest") == [*before, "planner.cccccc.js"]
    edition(mended, "1.2", "planner.dddddd.js")
    assert scripts(mended, "latest") == ["planner.cccccc.js", "planner.dddddd.js"]
    edition(mended, "1.2", "planner.eeeeee.js", mend=True)
    newest = ["planner.cccccc.js", "planner.dddddd.js", "planner.eeeeee.js"]
    assert scripts(mended, "latest") == newest
    assert scripts(mended, "1.2") == newest[1:]


def test_an_older_edition_that_is_mended_leaves_the_alias_alone(mended):
    edition(mended, "1.1", "planner.cccccc.js")
    before = git(mended, "rev-parse", "gh-pages:latest")
    edition(mended, "1.0", "planner.dddddd.js", mend=True)
    assert git(mended, "rev-parse", "gh-pages:latest") == before


def test_a_page_of_the_newest_edition_finds_its_scripts_after_that_is_withdrawn(project):
    edition(project, "1.0", "planner.aaaaaa.js")
    edition(project, "1.1", "planner.bbbbbb.js")
    withdraw(project, "1.1", Options())
    assert scripts(project, "latest") == ["planner.aaaaaa.js", "planner.bbbbbb.js"]
    manifest = git(project, "show", "gh-pages:latest/manifest.sha256")
    assert f"{FOLDER}/planner.bbbbbb.js" in manifest
    assert scripts(project, "1.0") == ["planner.aaaaaa.js"]
