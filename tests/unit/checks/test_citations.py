"""Places in a source are written in one way, and a citation stands in square brackets."""

import pytest

from scripts.checks.fix import fixed
from scripts.checks.run import load_content
from scripts.content.citations import Cite
from tests.unit.projects import edit

PAGES = {"no": ("docs/no/metoden/historie.md", "Hva sto i avtalene?"),
         "en": ("docs/en/metoden/historie.md", "What did the agreements say?")}  # fmt: skip


def citing(project, code, cited):
    path, text = PAGES[code]
    edit(project, path, text, f"Noe er sant {cited}.")
    return [each for each in load_content(project).problems if each.path == path
            and "against the original" not in each.what]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "typed", "right"),
    [
        ("no", "s. 13-14", "s. 13–14"),
        ("no", "s. 13 – 14", "s. 13–14"),
        ("no", "ss. 13–14", "s. 13–14"),
        ("no", "s 13", "s. 13"),
        ("no", "s.13", "s. 13"),
        ("no", "side 13 og 14", "s. 13 og 14"),
        ("no", "S. 13", "s. 13"),
        ("no", "ss. 4-5, § 3-1", "s. 4–5, § 3-1"),
        ("en", "pp. 13-14", "p. 13–14"),
        ("en", "pages 13 and 14", "p. 13 and 14"),
        ("en", "p 13", "p. 13"),
    ],
)
def test_a_page_in_another_form_is_told_and_mended(project, code, typed, right):
    (problem,) = citing(project, code, f"[@campaign, {typed}]")
    assert problem.fix == f'write "@campaign, {right}"'
    path = project.root / problem.path
    assert f"[@campaign, {right}]" in fixed(path.read_text("utf-8"), [problem])


@pytest.mark.parametrize("typed", ["s. 13", "s. 13–14", "s. 13, 15", "kap. 3", "§ 3-1", "nr. 5-6"])
def test_other_places_are_left_as_they_are(project, typed):
    assert citing(project, "no", f"[@campaign, {typed}]") == []


def test_the_same_page_is_the_same_in_both_languages_however_it_is_written():
    for ours, theirs in (("s. 13-14", "p. 13–14"), ("side 13 og 14", "pages 13 and 14"),
                         ("s 13", "pp. 13"), ("s.13", "p. 13")):  # fmt: skip
        assert Cite("a", ours).key == Cite("a", theirs).key


@pytest.mark.parametrize("inner", ["@campaign", "@campaign, s. 13"])
def test_a_citation_in_round_brackets_is_told(project, inner):
    (problem,) = citing(project, "no", f"({inner})")
    assert problem.what == f'"({inner})" sets the name of the source into the text'
    assert problem.fix == f"write [{inner}]"
