"""Keeps published addresses working in a newly built site."""

from __future__ import annotations

from pathlib import Path

from scripts.pipeline.editions.failures import refuse
from scripts.pipeline.editions.job import PublishJob
from scripts.pipeline.editions.kept import Keeper, read_permalink_rules
from scripts.pipeline.editions.leads import write_leads
from scripts.pipeline.editions.ledger import Ledger, ever_published, read_site, write_addresses
from scripts.pipeline.editions.mend import files
from scripts.pipeline.editions.permanent import PermanentIds, ids_in, ids_published
from scripts.pipeline.editions.preflight import site_address


def keep_addresses(job: PublishJob, own: Path | None) -> PermanentIds:
    """Keep published addresses working: those of all editions, or only of the mended one.

    An edition that is not the newest keeps only its own addresses (`own` is its old state), since
    readers are redirected to the newest. Returns the permanent ids.
    """
    run, root, site, base, is_latest = job.run, job.root, job.site, job.start.base, job.is_latest
    now = read_site(site, root)
    ever: Ledger = ever_published(run, base) if is_latest or own else {}
    if own and not is_latest:
        own_files = files(own)
        ever = {path: each for path, each in ever.items() if path in own_files}
    rules = read_permalink_rules(root)
    keeper = Keeper(ever, now, rules)
    ids = PermanentIds(root, ids_in(site), ids_published(run, base), rules)
    refuse([*keeper.lost, *ids.problems(is_newest=is_latest)])
    standing = tuple(job.editions.numbers)
    kept = write_leads(root, site, keeper, ever, site_address(root), standing=standing)
    write_addresses(site, now, kept, ids.listed(is_newest=is_latest))
    return ids
