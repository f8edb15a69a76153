"""Writes all files of a draft, or none."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.editing.draft import Draft

_ENDING = ".being-written"


def write(draft: Draft) -> list[str]:
    """Write the files; those that were there are put back when one cannot be written.

    Returns:
        The paths that were changed.

    Raises:
        ProblemsFound: a file has changed since it was read, or cannot be written; all is
            then as it was.
    """
    paths = sorted(draft.texts)
    mend = "run the command again, which reads what stands there now"
    moved_on = [
        Problem(path, 0, "the file has changed in the meantime", mend)
        for path in paths
        if _content(draft.root / path) != draft.found[path]
    ]
    if moved_on:
        raise ProblemsFound(moved_on)
    done: list[str] = []
    try:
        # Without room on the disk this fails before anything that was there is touched.
        for path in paths:
            _prepare(draft.root / path, draft.content(path))
        for path in paths:
            done.append(path)
            _put(draft.root / path, draft.content(path))
    except BaseException as failed:
        for path in done:
            _restore(draft.root / path, draft.found[path])
        for path in paths:
            with suppress(OSError):
                _beside(draft.root / path).unlink(missing_ok=True)
            _prune(draft.root / path, draft.root)
        if isinstance(failed, OSError):
            what = f"the file cannot be written ({failed.strerror or failed})"
            name = done[-1] if done else paths[0]
            raise ProblemsFound(
                [Problem(name, 0, what, "let it be written, and run again")]
            ) from None
        raise
    for path in paths:
        _prune(draft.root / path, draft.root)
    return paths


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _beside(file: Path) -> Path:
    return file.with_name(file.name + _ENDING)


def _prepare(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        _beside(file).write_bytes(content)


def _put(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        _beside(file).replace(file)


def _restore(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _prune(file: Path, root: Path) -> None:
    """Take away the folders that hold nothing any more."""
    folder = file.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
