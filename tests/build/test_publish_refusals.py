"""What stands in the way of publishing is said before anything is built, with what mends it."""

import json
from pathlib import Path

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import publish as publish_edition
from tests import tiny
from tests.repository import git


def publish(project: Path, version: str, build=tiny.build, **allowed):
    return publish_edition(project, version, Options(**allowed), build)


def refused(project: Path, version: str, **allowed) -> str:
    """What is said; nothing is built, and no ref is moved."""
    before = git(project, "for-each-ref")
    with pytest.raises(ProblemsFound) as found:
        publish(project, version, build=None, **allowed)
    assert git(project, "for-each-ref") == before
    return str(found.value)


def record(project: Path, version: str) -> dict:
    return json.loads(git(project, "show", f"gh-pages:{version}/edition.json"))


# Numbers --------------------------------------------------------------------------------------


def test_an_edition_that_is_published_is_not_published_again(project):
    publish(project, "1.0")
    said = refused(project, "1.0")
    assert "edition 1.0 is published, and editions do not change" in said
    assert "publish 1.1, or mend it with --mend" in said


@pytest.mark.parametrize("version", ["01.0", "1.0.0", "1"])
def test_another_spelling_of_an_edition_is_refused(project, version):
    publish(project, "1.0")
    assert f"{version} is another spelling of " in refused(project, version, yes=True)
    assert f"{version} is another spelling of " in refused(project, version, mend=True)


def test_a_number_that_leaps_or_falls_asks_to_say_that_it_is_meant(project):
    publish(project, "1.2")
    assert "20 leaps far above the newest edition, 1.2" in refused(project, "20")
    assert "0.9 falls below the newest edition, 1.2" in refused(project, "0.9")
    publish(project, "0.9", yes=True)
    publish(project, "20", yes=True)
    assert git(project, "show", "gh-pages:latest/number.txt") == "20"


def test_a_number_whose_tag_exists_was_published_once(project):
    git(project, "tag", "edition-1.0")
    assert "there is a tag edition-1.0" in refused(project, "1.0")


def test_an_older_edition_published_late_does_not_take_the_alias(project):
    publish(project, "1.2")
    assert not publish(project, "1.1", yes=True).is_latest
    assert git(project, "show", "gh-pages:latest/number.txt") == "1.2"


# The work tree --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["pages/index.html", "pages/new.html"])
def test_what_is_not_committed_is_not_published_unless_it_is_said(project, path):
    tiny.write(project / path, "<main>Not committed</main>")
    said = refused(project, "1.0")
    assert f"1 file not committed: {path} – commit them, or publish with --dirty" in said
    publish(project, "1.0", dirty=True)
    assert record(project, "1.0")["uncommitted"] == [path]
    assert "not committed" in git(project, "tag", "--list", "-n9", "edition-1.0")


def test_a_clean_edition_names_its_commit_and_the_tag_leads_there(project):
    publish(project, "1.0")
    head = git(project, "rev-parse", "HEAD")
    assert record(project, "1.0")["commit"] == head
    assert git(project, "rev-parse", "edition-1.0^{commit}") == head
    assert git(project, "rev-parse", "gh-pages") in git(project, "cat-file", "-p", "edition-1.0")
    assert head in git(project, "log", "-1", "--format=%b", "gh-pages")


def test_a_project_in_a_folder_of_a_repository_is_published(project):
    inner = project / "inner"
    inner.mkdir()
    for path in ("pages", "overrides", "data", "mkdocs.yml", "requirements.lock"):
        (project / path).rename(inner / path)
    tiny.save(project, "Move")
    tiny.write(project / "elsewhere.txt", "Not committed")
    publish(inner, "1.0")
    assert git(project, "show", "gh-pages:latest/number.txt") == "1.0"


def test_a_linked_worktree_and_a_detached_head_are_published_from(project, tmp_path):
    git(project, "worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    publish(tmp_path / "linked", "1.0")
    assert git(project, "show", "gh-pages:latest/number.txt") == "1.0"


# The address ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8000/", "http://127.1.2.3/", "http://localhost/mkm/", "http://[::1]/"],
)
def test_an_address_of_this_machine_is_refused_unless_it_is_said(project, monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    assert f"{address} leads to this machine only – set SITE_URL" in refused(project, "1.0")
    publish(project, "1.0", local=True)
    assert record(project, "1.0")["site_url"] == address


@pytest.mark.parametrize("address", ["mkm.example", "/mkm/", "ftp://mkm.example/", "https://"])
def test_what_is_no_address_is_refused(project, monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    assert f'"{address}" is not the address of a site' in refused(project, "1.0", local=True)


def test_another_address_than_that_of_the_latest_edition_is_refused_unless_it_is_meant(
    project, monkeypatch
):
    publish(project, "1.0")
    monkeypatch.setenv("SITE_URL", "https://mkm.exmaple/")
    said = refused(project, "1.1")
    assert f"edition 1.0 was published for {tiny.ADDRESS}, and SITE_URL is https://mkm.exm" in said
    assert f"set SITE_URL={tiny.ADDRESS}; if the site has moved, add --yes" in said
    assert "1.1" not in git(project, "ls-tree", "--name-only", "gh-pages").split()
    publish(project, "1.1", yes=True)
    assert record(project, "1.1")["site_url"] == "https://mkm.exmaple/"


def test_after_a_trial_on_this_machine_the_address_is_free(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000/")
    publish(project, "1.0", local=True)
    monkeypatch.delenv("SITE_URL")
    publish(project, "1.1")


def test_a_missing_address_is_refused(project):
    tiny.write(project / "mkdocs.yml", "site_name: No address\n")
    assert '"" is not the address of a site' in refused(tiny.save(project, "Forget"), "1.0")


# The branch -----------------------------------------------------------------------------------


def test_the_branch_that_is_checked_out_is_refused(project):
    assert "main is checked out here and holds the sources" in refused(
        project, "1.0", branch="main"
    )


def test_the_default_branch_is_refused_from_another(project, tmp_path):
    git(tmp_path, "clone", "--quiet", str(project), "clone")
    clone = tmp_path / "clone"
    git(clone, "checkout", "--quiet", "-b", "work")
    assert "main is the default branch of origin" in refused(clone, "1.0", branch="main")


@pytest.mark.parametrize("branch", ["HEAD", "-f", "a..b", "", "@{-1}", "x.lock"])
def test_what_cannot_be_a_branch_is_refused(project, branch):
    assert f'"{branch}" cannot be a branch' in refused(project, "1.0", branch=branch)


def test_a_branch_with_the_sources_is_refused(project):
    git(project, "branch", "work")
    tiny.write(project / "pages/new.html", "<main>New</main>")
    tiny.save(project, "Write on")
    assert "work holds something else than editions" in refused(project, "1.0", branch="work")


def test_a_branch_with_other_folders_is_refused(project):
    tree = git(project, "rev-parse", "HEAD^{tree}")
    git(project, "branch", "other", git(project, "commit-tree", tree, "-m", "Other"))
    assert "other holds something else than editions" in refused(project, "1.0", branch="other")


def test_a_branch_of_anybody_keeps_its_name_and_place(project):
    for name in ("publish-scratch", "edition", "fetched"):
        git(project, "branch", name)
    before = git(project, "for-each-ref")
    publish(project, "1.0")
    assert set(before.splitlines()) <= set(git(project, "for-each-ref").splitlines())


def test_worktrees_that_hold_the_branch_are_told(project, tmp_path):
    publish(project, "1.0")
    linked = tmp_path / "linked"
    git(project, "worktree", "add", "--quiet", str(linked), "gh-pages")
    done = tiny.run(project, "publish", "1.1")
    assert f"Note: gh-pages is checked out in {linked}" in done.stdout
    assert f"run: git -C {linked} reset --hard" in done.stdout
    assert git(project, "show", "gh-pages:latest/number.txt") == "1.1"


# Signatures -----------------------------------------------------------------------------------


def signer(project: Path, script: str) -> None:
    """Have git sign tags and commits with a program of ours."""
    program = project.parent / "signer"
    tiny.write(program, f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    for key, value in {
        "gpg.program": str(program),
        "user.signingKey": "key",
        "tag.gpgSign": "true",
        "commit.gpgSign": "true",
    }.items():
        git(project, "config", key, value)


def test_tag_and_commit_are_signed_where_git_signs_them(project):
    signed = "cat >/dev/null; echo '[GNUPG:] SIG_CREATED ' >&2"
    signer(project, f"{signed}; echo '-----BEGIN PGP SIGNATURE-----'; echo signed")
    publish(project, "1.0")
    assert "BEGIN PGP SIGNATURE" in git(project, "cat-file", "-p", "edition-1.0")
    assert "BEGIN PGP SIGNATURE" in git(project, "cat-file", "-p", "gh-pages")


def test_a_signature_that_cannot_be_made_is_told_before_anything_is_built(project):
    signer(project, "echo 'no secret key' >&2; exit 1")
    said = refused(project, "1.0")
    assert said.startswith(".git: git failed: ")
    assert "failed to sign" in said


# How git is configured ---------------------------------------------------------------------------

CONFIGURED = {
    "core.autocrlf": "true",
    "core.quotePath": "true",
    "color.ui": "always",
    "log.showSignature": "true",
    "status.showUntrackedFiles": "no",
    "fetch.prune": "true",
    "push.followTags": "true",
    "push.gpgSign": "true",
    "push.default": "nothing",
    "receive.denyCurrentBranch": "refuse",
    "receive.denyDeletes": "true",
    "transfer.fsckObjects": "true",
    "transfer.unpackLimit": "100000",
    "i18n.commitEncoding": "ISO-8859-1",
}


def test_whatever_git_is_configured_to_do_the_edition_is_as_it_was_built(project, tmp_path):
    for key, value in CONFIGURED.items():
        git(project, "config", key, value)
    for name in ("pre-push", "pre-receive", "update", "reference-transaction", "post-receive"):
        tiny.write(tmp_path / "hooks" / name, "#!/bin/sh\nexit 1\n")
        (tmp_path / "hooks" / name).chmod(0o755)
    tiny.write(project / "pages/blåbær/æ ø.txt", "line\r\nline\n")
    tiny.save(project, "Write more")
    git(project, "config", "core.hooksPath", str(tmp_path / "hooks"))
    publish(project, "1.0")
    assert git(project, "show", "gh-pages:1.0/blåbær/æ ø.txt") == "line\nline"
    size = git(project, "cat-file", "-s", "gh-pages:1.0/blåbær/æ ø.txt")
    assert size == str((project / "pages/blåbær/æ ø.txt").stat().st_size)
    tiny.write(project / "pages/new.html", "<main>Not committed</main>")
    assert "pages/new.html" in refused(project, "1.1")


def test_the_name_in_the_configuration_of_the_repository_stands_on_commit_and_tag(
    project, tmp_path, monkeypatch
):
    for name in tiny.IDENTITY:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(project, "config", "user.name", "Kari Nordmann")
    git(project, "config", "user.email", "kari@example.org")
    publish(project, "1.0")
    named = "Kari Nordmann <kari@example.org>"
    assert git(project, "log", "-1", "--format=%an <%ae>", "gh-pages") == named
    assert git(project, "log", "-1", "--format=%cn <%ce>", "gh-pages") == named
    assert f"tagger {named}" in git(project, "cat-file", "-p", "edition-1.0")
