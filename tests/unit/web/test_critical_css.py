"""The style sheet carries what pages use, and nothing else."""

import re

import pytest

from scripts.pipeline.page_styles import TRIGGERS
from scripts.web.critical_css import (
    ORDER,
    StyleSheet,
    characters_of,
    combined,
    names_in,
    names_set_by,
)
from tests.unit.projects import ROOT


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".shown { color: red; }", ".shown{color:red}"),
        (".unseen-part { color: red; }", ""),
        ("h4, .shown { color: red; }", ".shown{color:red}"),
        (".shown blockquote { color: red; }", ""),
        ("tr { color: red; }", "tr{color:red}"),
        (".shown .unseen-part { color: red; }", ""),
        (".unseen-part, .shown { color: red; }", ".shown{color:red}"),
        ("a:not(.unseen-part) { color: red; }", "a:not(.unseen-part){color:red}"),
        (":where(.unseen-part) b { top: 0; }", ""),
        (":where(.shown) b { top: 0; }", ":where(.shown) b{top:0}"),
        ('[data-list="seen"] b { top: 0; }', '[data-list="seen"] b{top:0}'),
        ('[data-list="unseen"] b { top: 0; }', ""),
        ("[data-list] b { top: 0; }", "[data-list] b{top:0}"),
        (":is(.shown, .unseen-part) b { top: 0; }", ":is(.shown,.unseen-part) b{top:0}"),
        ('[title="("] b, .unseen-part { top: 0; }', '[title="("] b{top:0}'),
        ('[title="a, b"], .unseen-part { top: 0; }', '[title="a, b"]{top:0}'),
        ("@media (hover) { .shown { top: 0; } .gone { top: 0; } }", "@media(hover){.shown{top:0}}"),
        ("@media (hover) { .gone { top: 0; } }", ""),
        ("@media print { .shown { top: 0; } } @page { size: A4; }", ""),
        ("/* A reason. */ p { margin: 0 0 1rem; }", "p{margin:0 0 1rem}"),
        ('p::before { content: ": a, b; "; }', 'p::before{content:": a, b; "}'),
        ("p { width: calc(100% - 2rem); }", "p{width:calc(100% - 2rem)}"),
        ("a:hover b > c { top: 0; }", "a:hover b>c{top:0}"),
        ("p { margin: -0.5em 10.5px 0.25rem; }", "p{margin:-.5em 10.5px .25rem}"),
        ("h2 + p ~ ul { top: 0 !important; }", "h2+p~ul{top:0!important}"),
        ("p { width: calc(1rem + 2px); }", "p{width:calc(1rem + 2px)}"),
        ("@media (width: 1px) { p { top: 0; } }", "@media(width:1px){p{top:0}}"),
        ("p { width: max(\n  1rem,\n  2vw\n); }", "p{width:max(1rem,2vw)}"),
    ],
)
def test_a_rule_stays_when_all_it_asks_for_is_there(css, kept):
    assert StyleSheet(css).used(names_in('<p class="shown" data-list="seen">'), set()) == kept


def test_what_is_for_paper_is_a_file_of_its_own_and_part_of_the_whole():
    css = "p { top: 0; } @media print { .any { top: 1mm; } } @page { size: A4; } b { top: 0; }"
    sheet = StyleSheet(css)
    assert sheet.used(set(), set()) == "p{top:0}b{top:0}"
    assert sheet.for_paper == ".any{top:1mm}@page{size:A4}"
    assert sheet.whole == "p{top:0}@media print{.any{top:1mm}}@page{size:A4}b{top:0}"


def test_classes_that_only_a_script_sets_are_kept():
    script = 'sections.classList.toggle("open", open);'
    words = names_set_by(script) | names_in('<nav id="sections">')
    assert StyleSheet(".sections.open { top: 0; }").used(words, set())


def test_words_in_the_text_and_calls_in_a_script_keep_nothing():
    words = names_in("<p>Open the map.</p><script>rows.map(draw)</script>")
    assert StyleSheet(".map { top: 0; }").used(words | names_set_by("rows.map(draw)"), set()) == ""


def test_classes_that_a_script_in_the_page_sets_are_kept():
    words = names_in("<script>root.classList.add('plain')</script>")
    assert StyleSheet(".plain { top: 0; }").used(words, set())


@pytest.mark.parametrize(
    "script",
    [
        "tip.className = 'shown';",
        "tip.className=on?'shown':'';",
        "tip.id = `shown`;",
        "tip.classList.replace('a', 'shown');",
        "element('p', { className: 'shown', hidden: true })",
        "element('p',{hidden:true,className:on?'shown':''})",
    ],
)
def test_a_class_or_id_is_kept_however_a_script_sets_it(script):
    assert names_set_by(script) >= {"shown"}


@pytest.mark.parametrize(
    "script",
    [
        "const shown = all('form'); if (each.id === 'shown') import('assets/js/shown.js');",
        "const id = item.dataset.shown.replace(/^tool-/, '');",
        "let className = shown;",
        "const line = { id: shown, minutes: 5 };",
    ],
)
def test_what_a_script_calls_its_own_things_keeps_nothing(script):
    assert names_set_by(script) == set()


# Ways to give an element a class or an id that `names_set_by` does not see.
UNSEEN = re.compile(
    r"innerHTML|insertAdjacentHTML|\w\(.(?:class|id)\b.,|class=|\bclassList(?![.\]])"
    # The name of the property, not behind a full stop or before a colon: a variable.
    r"|(?<!\.)\bclassName\b(?!:)|\.className\b(?!\s*=)|\belement\([^()]*[{,]\s*id\b\s*[:,}]"
)


def test_scripts_set_classes_only_in_ways_that_are_seen():
    scripts = [*(ROOT / "docs/assets/js").rglob("*.js")]
    assert len(scripts) > 20
    for path in scripts:
        assert UNSEEN.search(path.read_text(encoding="utf-8")) is None, path


@pytest.mark.parametrize(
    "script",
    [
        "const className = 'a'; Object.assign(tip, { className });",
        "element('p', { id: 'a' })",
        "element('p', { hidden: true, id })",
        "tip.setAttribute('class', 'a')",
        "const { classList } = tip;",
        "tip.className += ' a'",
    ],
)
def test_a_way_that_is_not_seen_is_told(script):
    assert UNSEEN.search(script)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sámi: Kárášjohka", True),
        ("Karasjok", False),
        ("K&aacute;r&aacute;&scaron;johka", True),
        ('<img alt="Kárášjohka">', False),
        ("<script>let place = 'Kárášjohka'</script>", False),
    ],
)
def test_a_file_of_rare_letters_is_named_where_one_is_shown(text, kept):
    face = '@font-face{font-family:"S";src:url("s.woff2");unicode-range:U+160-161,U+1B7}'
    letters = characters_of(f"<main><p>{text}</p></main>")
    assert StyleSheet(face).used(set(), letters) == (face if kept else "")


def test_the_common_letters_are_named_on_every_page():
    face = '@font-face{font-family:"S";src:url("s.woff2")}'
    assert StyleSheet(face).used(set(), set()) == face


def test_every_part_has_its_place_in_the_order(tmp_path):
    folder = ROOT / "overrides" / "styles"
    named = (folder / ORDER).read_text(encoding="utf-8").split()
    assert sorted(named) == sorted(path.stem for path in folder.glob("*.css"))
    assert "@font-face" in combined(folder)


def test_what_only_some_pages_ask_for_is_asked_for_by_its_mark():
    scripts = ROOT / "docs" / "assets" / "js"
    asks = (scripts / "site.js").read_text(encoding="utf-8")
    imported = "".join(path.read_text(encoding="utf-8") for path in scripts.glob("*.js"))
    for script, mark in TRIGGERS.items():
        assert (scripts / script).is_file()
        if f'from "./{script}"' in imported:  # it goes out in the script that imports it
            continue
        if script == "moved.js":  # for overrides/branch-root/moved.html, which no page loads
            continue
        assert f"assets/js/{script}" in asks
        name = re.sub("-(.)", lambda found: found[1].upper(), mark.removeprefix("data-"))
        assert mark in asks or f"dataset.{name}" in asks
