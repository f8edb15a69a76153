"""One 404 page a language: the root's in both, `en/404.html` in English.

Each language's build writes the theme's 404.html over the last one. The default
language's stays at the root, where most hosts look for it, and the others go below.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.pipeline.steps.common import current_locale


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the root's; an empty text tells MkDocs to write nothing."""
    locale = current_locale(config)
    if template_name != "404.html" or not locale.prefix:
        return output
    path = Path(config.site_dir, locale.prefix, template_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, encoding="utf-8")
    return ""
