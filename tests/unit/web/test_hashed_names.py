"""A file is named after what is in it, and asks for others under the names that they have."""

import re

import pytest

from scripts.common.paths import Project
from scripts.pipeline.page_styles import EMBED, FETCHED, KEPT, PAPER, WHOLE, PageStyles
from scripts.web.hashed_names import FOLDER, LENGTH, hashed, hashed_path
from tests.unit.projects import ROOT

FILES = {
    "assets/js/site.js": b'import(new URL("assets/js/deep/plan.js",base));show("assets/css/a.css")',
    "assets/js/deep/plan.js": b'import(new URL("assets/js/lead.js",base))',
    "assets/js/lead.js": b"lead()",
    "assets/css/a.css": b'@font-face{src:url("../fonts/a.woff2")}b{c:url("../images/b.svg")}',
    "assets/fonts/a.woff2": b"\x00\xff",
}
LEAD = "assets/js/lead.js"


def named(**changed):
    files = {**FILES, **{path.replace("__", "/"): text for path, text in changed.items()}}
    return hashed(files, {LEAD})


def paths(assets):
    return {path: asset.path for path, asset in assets.items()}


def test_a_name_says_the_kind_and_carries_a_hash():
    for path, asset in named().items():
        stem, _, ending = path.removeprefix("assets/").rpartition(".")
        if path != LEAD:
            pattern = rf"{FOLDER}/{re.escape(stem)}\.[0-9a-f]{{{LENGTH}}}\.{ending}"
            assert re.fullmatch(pattern, asset.path)


def test_files_ask_for_each_other_under_these_names():
    assets = named()
    site = assets["assets/js/site.js"].content.decode()
    assert f'"{assets["assets/js/deep/plan.js"].path}"' in site
    assert f'"{assets["assets/css/a.css"].path}"' in site
    style = assets["assets/css/a.css"].content.decode()
    font = assets["assets/fonts/a.woff2"].path
    assert f'url("../fonts/{font.rpartition("/")[2]}")' in style
    assert 'url("../../images/b.svg")' in style  # which keeps its place
    assert assets["assets/fonts/a.woff2"].content == b"\x00\xff"


def test_what_changes_gets_another_name_and_so_does_what_asks_for_it_and_nothing_else():
    before = paths(named())
    after = paths(hashed({**FILES, "assets/fonts/a.woff2": b"\x01"}, {LEAD}))
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"assets/fonts/a.woff2", "assets/css/a.css", "assets/js/site.js"}
    assert paths(named()) == before


def test_a_file_that_keeps_its_name_is_asked_for_under_it_and_gives_nobody_another():
    assets = named()
    assert assets[LEAD].path == LEAD
    assert assets["assets/js/deep/plan.js"].content == FILES["assets/js/deep/plan.js"]
    assert paths(hashed({**FILES, LEAD: b"follow()"}, {LEAD})) == paths(assets)


def test_a_script_that_is_not_there_is_a_fault_with_its_name():
    with pytest.raises(ValueError, match=r'a\.js asks for "assets/js/b\.js", which is not there'):
        hashed({"assets/js/a.js": b'import("assets/js/b.js")'})


def test_files_that_ask_for_each_other_are_a_fault_that_names_the_circle():
    circle = {f"assets/js/{a}.js": f'"assets/js/{b}.js"'.encode() for a, b in ("ab", "bc", "cb")}
    with pytest.raises(ValueError, match=r"named: assets/js/b\.js → assets/js/c\.js → .*b\.js$"):
        hashed(circle)
    # Of two, one may be known under its own name.
    assert len(hashed(circle, {"assets/js/b.js"})) == 3


def test_a_file_is_found_in_a_built_site(tmp_path):
    asset = named()["assets/js/deep/plan.js"]
    (tmp_path / asset.path).parent.mkdir(parents=True)
    (tmp_path / asset.path).write_bytes(asset.content)
    assert hashed_path(tmp_path, "assets/js/deep/plan.js") == asset.path
    assert hashed_path(tmp_path, LEAD) == LEAD


def test_every_script_style_and_font_of_the_site_is_named_so_but_two_that_say_why():
    assets = PageStyles(Project(ROOT)).assets
    plain = {path for path, asset in assets.items() if asset.path == path}
    assert plain == set(KEPT)
    kinds = ("js", "css", "woff2")
    here = {path for kind in kinds for path in (ROOT / "docs/assets").rglob(f"*.{kind}")}
    # All rules as one file, those for paper, those of pages for frames, and those of scripts.
    made = {WHOLE, PAPER, EMBED, *FETCHED}
    assert set(assets) == {path.relative_to(ROOT / "docs").as_posix() for path in here} | made
