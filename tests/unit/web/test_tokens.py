"""Every colour stands once, in overrides/tokens.css, and can be read in both schemes."""

import re

import pytest

from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.documents.docx.template import new_document
from scripts.documents.pdf.phase_wheel import styled_drawing
from scripts.web.tokens import Tokens, read_tokens
from tests.unit.projects import ROOT

PROJECT = Project(ROOT)
TOKENS = read_tokens(PROJECT)
CSS = TOKENS.css
BAND = dict(
    re.findall(r"--([\w-]+): (#\w+);", CSS[CSS.index(".hero {") : CSS.index("@media print")])
)
PRINTED = dict(re.findall(r"--([\w-]+): (#\w+);", CSS[CSS.index("@media print") :]))
SCHEMES = {
    "light": TOKENS.light,
    "dark": TOKENS.dark,
    "band": TOKENS.light | BAND,
    "printed": TOKENS.light | PRINTED,
}

# A colour written out: #fff, rgb(…) or hsl(…), and not an anchor such as href="#main".
LITERAL = re.compile(
    r"(?<![\w&\"'/(#])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl)a?\("
)
# A rule, and where the three parties are drawn or named: the site's sign, the loop, the roles.
RULE = re.compile(r"([^{};]+?)\s*\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PARTY = re.compile(r"\.sign circle|\.parties |\.of-party")
QUOTED = re.compile(r"(?:fill|stroke|color)[=:]\s*[\"']#|['\"]#?[0-9A-F]{6}['\"]")


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_colour_of_a_party_marks_that_party_alone():
    """Not a kind of knowledge, a card or a box, which would then seem to be that party's."""
    sheets = [*PROJECT.styles.glob("*.css"), *(ROOT / "overrides/print").glob("*.css")]
    sheets += [ROOT / "overrides/embed.css", ROOT / "docs/assets/css/search.css"]
    assert len(sheets) > 30
    coloured = {
        selector.strip()
        for sheet in sheets
        for selector, rules in RULE.findall(COMMENT.sub("", sheet.read_text(encoding="utf-8")))
        if "var(--party-" in rules
    }
    assert {each for each in coloured if not PARTY.search(each)} == {"body"}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["ground", "raised", "paper"])
@pytest.mark.parametrize(
    "ink", ["text", "quiet", "strong", "link", "accent", "party-1", "party-2", "party-3"]
)
def test_text_is_read_on_every_ground(scheme, ground, ink):
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["ground", "raised", "paper"])
def test_a_line_that_means_something_is_seen_on_every_ground(scheme, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark", "printed"])
def test_marked_text_is_read(scheme):
    colours = SCHEMES[scheme]
    for ink in ("text", "link", "strong", "quiet"):
        assert contrast(colours[ink], colours["mark"]) >= 4.5, ink


@pytest.mark.parametrize("scheme", ["light", "dark", "printed"])
def test_letters_on_a_filled_label_are_read(scheme):
    """The class of a source and the number of a phase: the ground on ink."""
    colours = SCHEMES[scheme]
    assert contrast(colours["ground"], colours["link"]) >= 4.5
    assert contrast(colours["ground"], colours["strong"]) >= 4.5


def test_the_heading_that_lies_over_the_band_is_read():
    assert contrast(TOKENS.light["on-band"], BAND["ground"]) >= 4.5


def test_dark_and_light_name_the_same_colours():
    assert TOKENS.light.keys() == TOKENS.dark.keys()
    assert TOKENS.light.keys() >= BAND.keys() | PRINTED.keys()
    # A colour that print lacks would stay that of the screen.
    assert {"shadow", "shadow-tip", "veil"} == TOKENS.light.keys() - PRINTED.keys()


def test_no_colour_is_written_anywhere_else():
    folders = ("overrides", "docs/assets/css", "docs/assets/js", "scripts/documents", "scripts/web")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".css", ".html", ".js", ".py"} and path != PROJECT.tokens
    ]
    assert len(files) > 80
    assert [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LITERAL.search(line) or QUOTED.search(line)
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        "  color: #0b3f49;",
        "  box-shadow: 0 0 1rem #0003;",
        '<path stroke="#857a68"/>',
        "{{ '#fff' if lit }} fill='#fff'",
        '_STRONG = "0B4550"',
        "  background: rgb(0 0 0 / 50%);",
    ],
)
def test_a_colour_is_known_where_it_is_written(line):
    assert LITERAL.search(line) or QUOTED.search(line)


@pytest.mark.parametrize("line", ['<a href="#add">', "## Heading { #fed }x", '"#start + ul"'])
def test_an_anchor_is_no_colour(line):
    assert not QUOTED.search(line)
    assert not LITERAL.search(line.replace("{ #fed }", ""))


def test_every_colour_that_is_asked_for_is_there():
    asked, own = set(), set(TOKENS.light)
    for path in [*(ROOT / "overrides").rglob("*.css"), *(ROOT / "docs/assets").rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"var\(--([\w-]+)", text))
        own |= set(re.findall(r"--([\w-]+):", text))
    # Set by the script and by the list of references.
    assert asked - own <= {"print-title", "notes", "stick"}


def test_every_browser_reads_light_colours_first_and_dark_ones_where_they_are_wanted():
    for_browsers = TOKENS.for_browsers
    # Browsers before 2024 would take a variable that holds it for none.
    assert "light-dark" not in for_browsers
    light, *dark = (block.partition("}")[0] for block in for_browsers.split("{color-scheme:")[1:4])
    assert light.startswith("light;")
    assert f"--text:{TOKENS.light['text']};" in light
    assert len(dark) == 2
    for block in dark:
        assert block.startswith("dark;")
        assert f"--text:{TOKENS.dark['text']};" in block
    assert "@media screen and (prefers-color-scheme:dark){:root:not([data-scheme=light])" in (
        for_browsers
    )
    assert ":root[data-scheme=dark]{color-scheme:dark;" in for_browsers
    assert for_browsers.index("@media print") > for_browsers.rindex("color-scheme:dark")


def test_paper_gets_the_light_colours_and_keeps_its_own_variables():
    tokens = Tokens(":root { --text: light-dark(#123, #fff); --both: #456; }")
    css = "p { color: var(--text); border: 1pt solid var(--both); height: var(--row); }"
    assert tokens.resolved(css) == (
        "p { color: #123; border: 1pt solid #456; height: var(--row); }"
    )


def test_a_drawing_on_paper_holds_colours_and_no_names_of_them():
    drawing = styled_drawing("<svg><path/></svg>", "Seven phases", PROJECT)
    assert TOKENS.light["strong"] in drawing
    assert "var(" not in drawing


def test_word_files_have_the_colours_of_the_site():
    document = new_document("nb-NO", TOKENS)
    colours = {name: document.styles[name].font.color.rgb for name in ("Title", "Small Print")}
    assert f"#{colours['Title']}".lower() == TOKENS.light["strong"]
    assert f"#{colours['Small Print']}".lower() == TOKENS.light["quiet"]


@pytest.mark.parametrize("text", [None, "", ":root { color: red; }"])
def test_a_project_without_colours_is_told_so(tmp_path, text):
    (tmp_path / "overrides").mkdir()
    if text is not None:
        (tmp_path / "overrides" / "tokens.css").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as told:
        read_tokens(Project(tmp_path))
    assert "overrides/tokens.css" in str(told.value.problems[0])
