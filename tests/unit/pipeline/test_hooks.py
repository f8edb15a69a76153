"""The order of the build is the one that ARCHITECTURE.md draws."""

import re

from scripts.pipeline import hooks
from tests.unit.projects import ROOT

TUPLES = (
    hooks.SETUP_BEFORE_I18N,
    hooks.SETUP_AFTER_I18N,
    hooks.FILES_BEFORE_I18N,
    hooks.FILES_AFTER_I18N,
    hooks.MARKDOWN_EXTENSIONS,
    hooks.ARTICLE_STEPS,
    hooks.CONTEXT_STEPS,
    hooks.DOCUMENT_STEPS,
    hooks.FILE_STEPS,
    hooks.PRINT_STEPS,
    hooks.PAGE_STEPS,
    hooks.WHOLE_SITE.here,
    (hooks.WHOLE_SITE.aside, *hooks.WHOLE_SITE.last),
)


def test_the_drawing_names_every_step_in_the_order_of_the_code():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    drawing = text.partition("## The way of a page")[2].split("```")[1]
    steps = [step.__name__ for steps in TUPLES for step in steps]
    assert len(steps) > 15
    assert re.findall(rf"\b(?:{'|'.join(steps)})\b", drawing) == steps


def test_mkdocs_yml_names_no_other_hook():
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = configuration.partition("\nhooks:\n")[2].partition("\n\n")[0]
    assert listed.split() == ["-", "scripts/pipeline/hooks.py"]
