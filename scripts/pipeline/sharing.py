"""Metadata in a page's head for other sites and programs: its image, the feed, and oEmbed."""

from __future__ import annotations

from typing import Any

from scripts.pipeline.embeds import page_embed
from scripts.pipeline.feeds import page_feed
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.share_images import page_share


def page_sharing(job: PageJob) -> dict[str, Any]:
    """The context of all three; each is None where the site has no address for absolute URLs."""
    return {**page_share(job), **page_feed(job), **page_embed(job)}
