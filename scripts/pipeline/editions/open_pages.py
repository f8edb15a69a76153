"""Keeps the scripts, styles and fonts that pages ask for which a browser still shows.

A page fetches most of its scripts when they are used, under the names that its own build gave
them. Whoever has had it open since before a mend, or below `latest/` since the edition before,
is answered too. What is kept costs the branch nothing but a name: git has its bytes.
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

# The last three as older builds named them, without a hash.
_PARTS = (f"{FOLDER}/*", "assets/js/*.js", "assets/css/*.css", "assets/fonts/*.woff2")


def keep_parts(before: Path, after: Path) -> bool:
    """Put into a site what the one before it had and it lacks; whether there was anything.

    Args:
        before: The edition, or what lay below the alias, as it is on the branch.
        after: The site that takes its place.
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
    """What lay below the alias and must stay there, by its path on the branch.

    Of a new edition these are the files of the one before, and not what was kept for that one:
    the names do not grow with each edition.

    Args:
        run: The run.
        base: The commit of the branch before this run.
        latest: The edition that the alias leads to there.
        version: The edition that takes its place.
    """
    folder = f"{LATEST if latest == version else latest}/{FOLDER}"
    if not base or not latest or not run.git("ls-tree", "--name-only", base, folder):
        return {}
    found = files(unpack(run, base, folder, run.folder / "parts"))
    return {f"{LATEST}/{FOLDER}/{path}": file.read_bytes() for path, file in found.items()}
