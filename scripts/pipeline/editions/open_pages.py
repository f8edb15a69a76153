"""Keeps the scripts, styles and fonts that pages still open in a browser may load.

A page loads most of its scripts on demand, under the hashed names of its own build. A page that
was opened before a mend, or below `latest/` under the previous edition, must still find them.
Keeping them costs the branch only a tree entry: git already has the blobs.
"""

from __future__ import annotations

import shutil
from fnmatch import fnmatch
from pathlib import Path

from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.listing import unpack
from scripts.pipeline.editions.mend import files
from scripts.pipeline.editions.run import Run
from scripts.web.hashed_names import FOLDER

# The last three match files of older builds, which have no hash.
_PARTS = (f"{FOLDER}/*", "assets/js/*.js", "assets/css/*.css", "assets/fonts/*.woff2")


def keep_parts(before: Path, after: Path) -> bool:
    """Copy resources that a site lacks from its predecessor; returns whether there were any.

    Args:
        before: The folder of the edition or alias, as on the branch.
        after: The site that replaces it.
    """
    missing = {
        path: file
        for path, file in files(before).items()
        if any(fnmatch(path, part) for part in _PARTS) and not (after / path).exists()
    }
    for path, file in missing.items():
        (after / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, after / path)
    return bool(missing)


def parts_before(run: Run, base: str | None, latest: str | None, version: str) -> dict[str, bytes]:
    """Resources that must stay below the alias, by their path on the branch.

    For a new edition these are the files of the previous one, without those kept for that one,
    so that they do not accumulate over editions.

    Args:
        run: The run.
        base: The commit of the branch before this run.
        latest: The edition that the alias leads to in that commit.
        version: The edition that replaces it.
    """
    folder = f"{LATEST if latest == version else latest}/{FOLDER}"
    if not base or not latest or not run.git("ls-tree", "--name-only", base, folder):
        return {}
    resources = files(unpack(run, base, folder, run.folder / "parts"))
    return {f"{LATEST}/{FOLDER}/{path}": file.read_bytes() for path, file in resources.items()}
