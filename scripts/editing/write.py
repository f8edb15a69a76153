"""Writes all files of a draft, or none, with a rollback."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.editing.draft import Draft

_SUFFIX = ".being-written"


def write(draft: Draft) -> list[str]:
    """Write the files; on any failure the originals are restored.

    Returns:
        The paths that were changed.

    Raises:
        ProblemsFound: a file has changed since it was read, or cannot be written; nothing has
            changed then.
    """
    paths = sorted(draft.texts)
    fix = "run the command again, which reads what stands there now"
    changed = [
        Problem(path, 0, "the file has changed in the meantime", fix)
        for path in paths
        if _content(draft.root / path) != draft.originals[path]
    ]
    if changed:
        raise ProblemsFound(changed)
    done: list[str] = []
    try:
        # All temporary files first: a full disk then fails before any original is replaced.
        for path in paths:
            _prepare(draft.root / path, draft.content(path))
        for path in paths:
            done.append(path)
            _commit(draft.root / path, draft.content(path))
    except BaseException as error:
        for path in done:
            _restore(draft.root / path, draft.originals[path])
        for path in paths:
            with suppress(OSError):
                _temporary(draft.root / path).unlink(missing_ok=True)
            _prune(draft.root / path, draft.root)
        if isinstance(error, OSError):
            what = f"the file cannot be written ({error.strerror or error})"
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


def _temporary(file: Path) -> Path:
    return file.with_name(file.name + _SUFFIX)


def _prepare(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        _temporary(file).write_bytes(content)


def _commit(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        _temporary(file).replace(file)


def _restore(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _prune(file: Path, root: Path) -> None:
    """Remove parent folders that have become empty."""
    folder = file.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
