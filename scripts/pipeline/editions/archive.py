"""Packs a published edition for archives: a bag (BagIt, RFC 8493) in a zip.

Packs the edition as committed on the branch, not a new build, so that the archive holds what was
published. Reproducible: the same edition gives the same bytes. The remote is not contacted.
"""

from __future__ import annotations

import logging
import os
import warnings
from dataclasses import replace
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.documents.zip_file import zip_folder
from scripts.pipeline.editions.change import Change, begin_change
from scripts.pipeline.editions.listing import Editions, read_editions, unpack
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.record import read_record

# bagit 1.8.1 imports pkg_resources, which emits a deprecation warning; that is for bagit to fix,
# and of no use to an editor. Remove with bagit 1.9.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit


def archive(root: Path, version: str, folder: Path, options: Options) -> Path:
    """Write `edition-1.0.zip` into a folder, atomically.

    Args:
        root: The project.
        version: The edition, or "" for the newest.
        folder: The target folder; created if missing.
        options: Only the branch is used.

    Raises:
        ProblemsFound: there is no such edition, or the file cannot be written.
    """
    with begin_change(root, replace(options, offline=True), writes=False) as change:
        editions = read_editions(change.run, change.base, options.branch)
        version = _chosen(version, editions, options.branch)
        name = f"edition-{version}"
        bag = unpack(change.run, change.base, version, change.run.folder / name)
        _make_bag(bag, _bag_info(change, bag, version))
        return _write_zip(bag, folder / f"{name}.zip")


def _chosen(version: str, editions: Editions, branch: str) -> str:
    if version in editions.numbers:
        return version
    available = ", ".join(editions.numbers)
    if not version and available:
        return editions.numbers[0]
    if version in editions.withdrawn:
        what = f"edition {version} was withdrawn, and only its addresses are left"
    else:
        what = f"there is no edition {version} on {branch}" if version else "no edition stands"
    remedy = (
        f"choose one of {available}" if available else "publish first: make publish VERSION=1.0"
    )
    raise ProblemsFound([Problem("VERSION", 0, what, remedy)])


def _bag_info(change: Change, edition: Path, version: str) -> dict[str, str]:
    """The content of bag-info.txt: the edition, its date, and its source commit.

    The bagging date is that of the edition's last commit on the branch, so that packing it again
    later gives the same bag.
    """
    record = read_record(edition)
    address = str(record.get("site_url", ""))
    day = change.run.git("log", "-1", "--format=%cs", change.base, "--", version)
    fields = {
        "Bagging-Date": day,
        "External-Description": f"Edition {version} of the site, as it was published",
        "External-Identifier": f"{address}{version}/" if address else "",
        "Edition": version,
        "Source-Commit": str(record.get("commit", "")),
        "Source-Date": str(record.get("date", "")),
    }
    return {name: text for name, text in fields.items() if text}


def _make_bag(folder: Path, info: dict[str, str]) -> None:
    # Failures are reported as problems, not by the library's log.
    logging.getLogger("bagit").addHandler(logging.NullHandler())
    logging.getLogger("bagit").propagate = False
    try:
        bagit.make_bag(str(folder), info, checksums=["sha256"]).validate()
    except bagit.BagError as error:
        what = f"the edition could not be packed: {error}"
        remedy = "see that the disk has room and that nothing cleans .git/publish, and try again"
        raise ProblemsFound([Problem(".git/publish", 0, what, remedy)]) from None


def _write_zip(bag: Path, target: Path) -> Path:
    partial = target.with_suffix(f".{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        zip_folder(bag, partial)
        partial.replace(target)
    except OSError as error:
        what = f"the file could not be written: {error.strerror or error}"
        remedy = "make room there, or name a folder that can be written to with --to"
        raise ProblemsFound([Problem(str(target), 0, what, remedy)]) from None
    finally:
        if partial.is_file():
            partial.unlink()
    return target
