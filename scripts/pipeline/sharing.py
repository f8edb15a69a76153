"""What the head of a page tells other sites and programs: its picture, the feed, and oEmbed."""

from __future__ import annotations

from typing import Any

from scripts.pipeline.embeds import page_embed
from scripts.pipeline.feeds import page_feed
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.share_images import page_share


def page_sharing(job: PageJob) -> dict[str, Any]:
    """All three, each None where the site has no address: they are fetched by whole addresses."""
    return {**page_share(job), **page_feed(job), **page_embed(job)}
