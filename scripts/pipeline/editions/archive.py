"""Packs a published edition for archives: a bag (BagIt, RFC 8493) in a zip.

What is packed is the edition as it stands on the branch, and not a build of today, so that what
was given away is what is kept. The same edition gives the same file. The remote is not asked.
"""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import replace
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.documents.zip_file import zip_folder
from scripts.pipeline.editions.change import Change, begun
from scripts.pipeline.editions.listing import Editions, read_editions, unpack
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.record import read_record

# bagit 1.8.1 asks setuptools for pkg_resources, which tells whoever calls that it will go; that
# is for bagit to mend, and no news to an editor. May go with bagit 1.9.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit


def archive(root: Path, version: str, folder: Path, options: Options) -> Path:
    """Write `edition-1.0.zip` into a folder, whole or not at all.

    Args:
        root: The project.
        version: The edition, or "" for the newest.
        folder: Where the file goes; made if it is not there.
        options: Of these, the branch counts.

    Raises:
        ProblemsFound: there is no such edition, or the file cannot be written.
    """
    with begun(root, replace(options, offline=True), writes=False) as change:
        editions = read_editions(change.run, change.base, options.branch)
        version = _chosen(version, editions, options.branch)
        name = f"edition-{version}"
        bag = unpack(change.run, change.base, version, change.run.folder / name)
        _bagged(bag, _told(change, bag, version))
        return _written(bag, folder / f"{name}.zip")


def _chosen(version: str, editions: Editions, branch: str) -> str:
    if version in editions.numbers:
        return version
    there = ", ".join(editions.numbers)
    if not version and there:
        return editions.numbers[0]
    if version in editions.withdrawn:
        what = f"edition {version} was withdrawn, and only its addresses are left"
    else:
        what = f"there is no edition {version} on {branch}" if version else "no edition stands"
    mend = f"choose one of {there}" if there else "publish first: make publish VERSION=1.0"
    raise ProblemsFound([Problem("VERSION", 0, what, mend)])


def _told(change: Change, edition: Path, version: str) -> dict[str, str]:
    """What bag-info.txt says: which edition it is, of which day, and from which commit.

    The day of the bag is that on which the edition was last written to the branch: a later
    packing changes nothing.
    """
    record = read_record(edition)
    address = str(record.get("site_url", ""))
    day = change.run.git("log", "-1", "--format=%cs", change.base, "--", version)
    found = {
        "Bagging-Date": day,
        "External-Description": f"Edition {version} of the site, as it was published",
        "External-Identifier": f"{address}{version}/" if address else "",
        "Edition": version,
        "Source-Commit": str(record.get("commit", "")),
        "Source-Date": str(record.get("date", "")),
    }
    return {name: text for name, text in found.items() if text}


def _bagged(folder: Path, told: dict[str, str]) -> None:
    # What fails is told as a problem, and not by the library's log.
    logging.getLogger("bagit").addHandler(logging.NullHandler())
    logging.getLogger("bagit").propagate = False
    try:
        bagit.make_bag(str(folder), told, checksums=["sha256"]).validate()
    except bagit.BagError as fault:
        what = f"the edition could not be packed: {fault}"
        mend = "see that the disk has room and that nothing cleans .git/publish, and try again"
        raise ProblemsFound([Problem(".git/publish", 0, what, mend)]) from None


def _written(bag: Path, target: Path) -> Path:
    aside = target.with_suffix(f".{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        zip_folder(bag, aside)
        aside.replace(target)
    except OSError as fault:
        what = f"the file could not be written: {fault.strerror or fault}"
        mend = "make room there, or name a folder that can be written to with --to"
        raise ProblemsFound([Problem(str(target), 0, what, mend)]) from None
    finally:
        if aside.is_file():
            aside.unlink()
    return target
