"""Has addresses that were given away lead on from a built site."""

from __future__ import annotations

from pathlib import Path

from scripts.pipeline.editions.failures import refuse
from scripts.pipeline.editions.job import Job
from scripts.pipeline.editions.kept import Keeper, read_rules
from scripts.pipeline.editions.leads import write_leads
from scripts.pipeline.editions.ledger import Ledger, ever_published, read_site, write_addresses
from scripts.pipeline.editions.mend import files
from scripts.pipeline.editions.permanent import PermanentIds, ids_in, ids_published
from scripts.pipeline.editions.preflight import site_address


def keep_addresses(job: Job, own: Path | None) -> PermanentIds:
    """Have addresses that were given away lead on: of all editions, or of the mended one alone.

    An edition that comes late and is not the newest keeps none but its own (`own`, as it was):
    readers are led to the newest. Returns the permanent ids.
    """
    run, root, site, base, everything = job.run, job.root, job.site, job.start.base, job.is_latest
    now = read_site(site, root)
    ever: Ledger = ever_published(run, base) if everything or own else {}
    if own and not everything:
        had = files(own)
        ever = {path: each for path, each in ever.items() if path in had}
    rules = read_rules(root)
    keeper = Keeper(ever, now, rules)
    ids = PermanentIds(root, ids_in(site), ids_published(run, base), rules)
    refuse([*keeper.lost, *ids.problems(is_newest=everything)])
    standing = tuple(job.editions.numbers)
    kept = write_leads(root, site, keeper, ever, site_address(root), standing=standing)
    write_addresses(site, now, kept, ids.listed(is_newest=everything))
    return ids
