"""Keeps the anchors that a page had in a published edition (data/permalinks.yml)."""

from __future__ import annotations

from lxml.html import HtmlElement
from mkdocs.exceptions import PluginError

from scripts.content.permalinks import Rule
from scripts.pipeline.page_job import PageJob
from scripts.web.old_anchors import OldAnchor, keep_anchors


def keep_old_anchors(article: HtmlElement, job: PageJob) -> None:
    """Redirect old anchors to the current place of their text, or explain that it is gone.

    Raises:
        PluginError: an entry leads to an anchor that this page lacks.
    """
    rules = [
        rule for rule in job.build.content.permalinks if rule.anchor and rule.page == job.source.id
    ]
    try:
        keep_anchors(article, [_anchor(rule, job) for rule in rules])
    except LookupError as missing:
        raise PluginError(
            f'data/permalinks.yml: {job.source.path} has no anchor "#{missing.args[0]}" – '
            "lead to one that it has"
        ) from None


def _anchor(rule: Rule, job: PageJob) -> OldAnchor:
    if not rule.to:
        return OldAnchor(rule.anchor, text=rule.gone[job.locale.code])
    if rule.to == job.source.id:
        return OldAnchor(rule.anchor, target=rule.to_anchor)
    page = job.build.page(rule.to, job.locale)
    label = page.title if page else rule.to
    link = f"{job.link(rule.to)}#{rule.to_anchor}".rstrip("#")
    return OldAnchor(rule.anchor, text=job.words("moved.part"), link=link, label=label)
