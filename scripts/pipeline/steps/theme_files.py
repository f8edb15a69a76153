"""Leaves out the files of Material that no page of ours loads.

Material ships its script bundle, style sheets and search workers (some 3 MB); the
pages load the site's own. See CONTRIBUTING.md, "The seam to Material".
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep only what lies in docs/ (overrides/ holds templates and their pictures)."""
    for file in list(files):
        if file.abs_src_path and not file.abs_src_path.startswith(config.docs_dir):
            files.remove(file)
    return files
