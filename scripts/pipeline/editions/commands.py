"""The commands on published editions: publish, editions, archive, rollback, withdraw."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from scripts.pipeline.editions.change import Done
    from scripts.pipeline.editions.publish import Build

Version = Annotated[str, typer.Argument(help="The edition, such as 1.0.")]
Branch = Annotated[str, typer.Option(help="The branch that holds the editions.")]
Yes = Annotated[bool, typer.Option("--yes", help="It is meant, and no slip.")]
Offline = Annotated[bool, typer.Option("--offline", help="Do not ask the remote.")]
Mend = Annotated[bool, typer.Option("--mend", help="Publish an edition that exists again.")]
Dirty = Annotated[bool, typer.Option("--dirty", help="Publish what is not committed too.")]
Unsigned = Annotated[
    bool, typer.Option("--unsigned", help="SITE_PUBLISHER and SITE_CONTACT may be missing.")
]
Local = Annotated[bool, typer.Option("--local", help="SITE_URL may be of this machine.")]


def commands(root: Path, build: Build | None = None) -> typer.Typer:
    """The Typer app of the project at `root`; `build` makes the site (default: `build_site`).

    Imports are deferred to the call, since the other commands do not need mike.
    """
    app = typer.Typer()

    @app.command()
    def publish(
        version: Version,
        branch: Branch = "gh-pages",
        mend: Mend = False,
        yes: Yes = False,
        dirty: Dirty = False,
        local: Local = False,
        offline: Offline = False,
        unsigned: Unsigned = False,
    ) -> None:
        """Commit an edition and the alias "latest" to a branch of the repository."""
        from scripts.common.progress import steps_shown
        from scripts.pipeline.build import build_site
        from scripts.pipeline.editions.branch import push_command
        from scripts.pipeline.editions.preflight import Options
        from scripts.pipeline.editions.publish import publish as publish_edition

        options = Options(branch, mend, yes, dirty, local, offline, unsigned)
        with steps_shown():
            done = publish_edition(root, version, options, build or build_site)
        if done.tag is None:
            print(f"{version} is as it was: there is nothing to mend.")
            return
        alias = " as the latest edition" if done.is_latest else ""
        print(f"{'Mended' if mend else 'Published'} {version}{alias} on {branch}.")
        _list("Changed", done.mended)
        _tell(done.noticed, done.worktrees, branch)
        print(f"Push it: {push_command(root, done.start.remote, branch, done.tag)}")

    @app.command()
    def editions(branch: Branch = "gh-pages") -> None:
        """List the editions, the newest first, and what is not pushed yet."""
        from scripts.pipeline.editions.overview import edition_lines
        from scripts.pipeline.editions.preflight import Options

        print("\n".join(edition_lines(root, Options(branch))))

    @app.command()
    def archive(
        version: Annotated[str, typer.Argument(help="The edition; the newest if left out.")] = "",
        branch: Branch = "gh-pages",
        to: Annotated[Path, typer.Option(help="The folder it goes to.")] = root / "archive",
    ) -> None:
        """Pack an edition for archives: a bag (BagIt) in a zip, with checksums."""
        from scripts.pipeline.editions.archive import archive as archive_edition
        from scripts.pipeline.editions.preflight import Options

        path = archive_edition(root, version, to, Options(branch))
        print(f"Wrote {path} ({path.stat().st_size / 1e6:.1f} MB).")

    @app.command()
    def rollback(branch: Branch = "gh-pages", yes: Yes = False, offline: Offline = False) -> None:
        """Undo the last publishing, mend or withdrawal."""
        from scripts.pipeline.editions.preflight import Options
        from scripts.pipeline.editions.rollback import roll_back

        _done(root, roll_back(root, Options(branch, yes=yes, offline=offline)))

    @app.command()
    def withdraw(version: Version, branch: Branch = "gh-pages", offline: Offline = False) -> None:
        """Have every address of an edition say that it was withdrawn."""
        from scripts.pipeline.editions.preflight import Options
        from scripts.pipeline.editions.withdraw import withdraw as withdraw_edition

        _done(root, withdraw_edition(root, version, Options(branch, offline=offline)))

    return app


def _done(root: Path, done: Done) -> None:
    from scripts.pipeline.editions.branch import push_command

    print(f"{done.subject}.")
    _tell([*done.noticed, *done.remarks], done.worktrees, done.branch)
    print(f"Push it: {push_command(root, done.remote, done.branch)}")


def _tell(noticed: Iterable[str], worktrees: Iterable[str], branch: str) -> None:
    _list("Readers will notice", noticed)
    for path in worktrees:
        print(
            f"Note: {branch} is checked out in {path}, which shows the change as undone. If "
            f"nothing of yours is there, run: git -C {path} reset --hard"
        )


def _list(title: str, lines: Iterable[str]) -> None:
    lines = list(lines)
    if lines:
        print(f"{title}:", *(f"  {line}" for line in lines), sep="\n")
