"""A script goes out with all that it imports in it, and does the same."""

import shutil
import subprocess

import pytest

from scripts.common.paths import Project
from scripts.pipeline.page_styles import PageStyles
from scripts.web.script_modules import bundled_scripts, imported
from tests.unit.projects import ROOT

SCRIPTS = {
    "a/top.js": 'import{twice}from"./two.js";import{one as uno}from"./deep/one.js";'
    "export const sum=()=>twice()+uno;",
    "a/two.js": 'import{one}from"./deep/one.js";export const needed=one,modules=2;'
    "export const twice=()=>needed*modules;",
    "a/deep/one.js": "export const one=1;",
    "alone.js": '"use strict";',
}


def test_a_script_has_in_it_what_it_imports_each_once():
    assert set(imported("a/top.js", SCRIPTS)) == {"a/two.js", "a/deep/one.js"}
    whole = bundled_scripts(SCRIPTS)
    assert whole["alone.js"] == SCRIPTS["alone.js"]
    assert "import" not in whole["a/top.js"]
    assert whole["a/top.js"].count("one=1") == 1


def test_it_does_what_it_did(tmp_path):
    (tmp_path / "top.mjs").write_text(bundled_scripts(SCRIPTS)["a/top.js"], encoding="utf-8")
    code = 'import { sum } from "./top.mjs"; process.stdout.write(String(sum()));'
    (tmp_path / "run.mjs").write_text(code, encoding="utf-8")
    node = shutil.which("node")
    assert node, "node was not found – run `make test`, which installs it"
    done = subprocess.run([node, "run.mjs"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("3", "")


def test_no_script_of_the_site_asks_for_another_by_name():
    for name, text in bundled_scripts(PageStyles(Project(ROOT)).scripts).items():
        assert 'from"./' not in text, name


def test_a_module_in_another_form_is_a_fault():
    with pytest.raises(ValueError, match=r"b\.js"):
        bundled_scripts({"a.js": 'import{c}from"./b.js";c();', "b.js": "export default 1;"})
