"""Keeps the preview alive while an editor has a fault on the page.

MkDocs' server holds every request back until the next build succeeds, so that the
editor sees nothing at all. A fault is told in the terminal instead, and the pages
stay as they last were: the check comes before anything is written.
"""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.hooks.preview")


def keep_preview_alive(
    server: LiveReloadServer, config: MkDocsConfig, builder: object
) -> LiveReloadServer:
    """Let a rebuild fail without stopping the server."""
    build = server.builder

    def rebuild() -> None:
        try:
            build()
        except Abort as stop:
            log.error("%s\nThe preview shows the pages as they last were.", stop)

    server.builder = rebuild
    return server
