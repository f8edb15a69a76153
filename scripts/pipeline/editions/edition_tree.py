"""The new tree of the branch: an edition, and the files beside all editions."""

from __future__ import annotations

from scripts.pipeline.editions.branch import scratch_tree
from scripts.pipeline.editions.deploy import deploy
from scripts.pipeline.editions.feeds import edition_feeds
from scripts.pipeline.editions.front_door import add_files, add_front_door, root_icon
from scripts.pipeline.editions.host_files import host_files
from scripts.pipeline.editions.job import PublishJob
from scripts.pipeline.editions.numbers import order
from scripts.pipeline.editions.open_pages import parts_before
from scripts.pipeline.editions.permanent import PermanentIds
from scripts.pipeline.editions.preflight import site_address, site_setting
from scripts.pipeline.editions.run import EDITION
from scripts.web.contact import read_contact


def edition_tree(job: PublishJob, ids: PermanentIds) -> str:
    """The tree of the whole branch, with the edition and the files beside all editions."""
    run, version, editions = job.run, job.version, job.editions
    run.begin(job.start.base)
    with run.environment():
        deploy(job.site, version, job.is_latest)
        if job.is_latest:
            add_files(parts_before(run, job.start.base, editions.latest, version))
        numbers = sorted({*editions.numbers, version}, key=order)
        add_files(edition_feeds(job.root, run, EDITION, numbers, editions.withdrawn))
        if job.is_latest:
            day, contact = job.source.date[:10], read_contact(site_setting(job.root, "contact"))
            beside = host_files(site_address(job.root), numbers, day, contact)
            before_it = [each for each in editions.numbers if each != version]
            icon = root_icon(job.root)
            add_front_door(job.root, {**beside, **icon, **ids.files(before_it)})
        elif late := ids.new_files(version):
            add_files(late)
    return scratch_tree(run)
