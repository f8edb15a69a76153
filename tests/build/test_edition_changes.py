"""What is done to published editions: listed, taken back, withdrawn; each change one commit."""

import json
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from bs4 import BeautifulSoup

from scripts.common.problems import ProblemsFound
from scripts.pipeline.editions.overview import edition_lines
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.publish import Published
from scripts.pipeline.editions.publish import publish as publish_edition
from scripts.pipeline.editions.rollback import roll_back
from scripts.pipeline.editions.withdraw import withdraw
from tests import tiny
from tests.repository import git

NOW = Options()


def publish(project: Path, version: str, **allowed) -> Published:
    return publish_edition(project, version, Options(**allowed), tiny.build)


def publish_changed(project: Path, version: str, **allowed) -> Published:
    tiny.write(project / f"pages/ny/{version}/index.html", "<main>New</main>")
    return publish(tiny.save(project, "Write more"), version, **allowed)


def refused(call) -> str:
    with pytest.raises(ProblemsFound) as found:
        call()
    return str(found.value)


def tree(project: Path, commit: str = "gh-pages") -> str:
    return git(project, "rev-parse", f"{commit}^{{tree}}")


def shown(project: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup(git(project, "show", f"gh-pages:{path}"), "lxml")


@pytest.fixture
def editions(project: Path) -> Path:
    """A repository with the editions 1.0 and 1.1."""
    publish(project, "1.0")
    publish_changed(project, "1.1")
    return project


# Listed ----------------------------------------------------------------------------------------


def test_editions_are_listed_with_source_tag_mends_and_withdrawal(editions):
    head = git(editions, "rev-parse", "HEAD")
    tiny.write(editions / "pages/siter.bib", "mended")
    publish(tiny.save(editions, "Mend"), "1.1", mend=True)
    withdraw(editions, "1.0", NOW)
    newest, oldest = edition_lines(editions, NOW)
    assert newest.startswith("1.1  latest  from ")
    assert newest.endswith("tag edition-1.1")
    assert "  mended 20" in newest
    assert head[:8] not in newest  # it is from the commit of the mend now
    assert oldest.startswith("1.0  withdrawn 20")


def test_a_list_is_read_without_the_remote_and_without_a_name(editions, monkeypatch, tmp_path):
    git(editions, "remote", "add", "origin", str(tmp_path / "nowhere.git"))
    for name in tiny.IDENTITY:
        monkeypatch.setenv(name, "")
    lines = edition_lines(editions, NOW)
    assert lines[2:] == ["not pushed: Publish edition 1.0", "not pushed: Publish edition 1.1"]


def test_without_editions_the_list_says_how_to_begin(project):
    assert "there are no editions yet – publish first" in refused(
        lambda: edition_lines(project, NOW)
    )


# Taken back --------------------------------------------------------------------------------------


def test_a_rollback_is_a_commit_with_what_was_there_before(editions):
    before = git(editions, "rev-parse", "gh-pages")
    done = roll_back(editions, NOW)
    assert tree(editions) == tree(editions, "gh-pages~2")
    assert git(editions, "rev-parse", "gh-pages~") == before
    assert done.subject == "Roll back: Publish edition 1.1"
    assert done.noticed == (
        "edition 1.1 is gone: each of its addresses is answered by the 404 page",
        "latest/ shows edition 1.0, and no longer edition 1.1",
        "1 address leads nowhere any more: latest/ny/1.1/",
    )


def test_rolling_back_again_takes_the_step_before_and_does_not_bring_the_last_back(editions):
    tiny.write(editions / "pages/siter.bib", "mended")
    publish(tiny.save(editions, "Mend"), "1.0", mend=True)
    for subject in ("Mend edition 1.0", "Publish edition 1.1", "Publish edition 1.0"):
        assert roll_back(editions, NOW).subject == f"Roll back: {subject}"
    assert git(editions, "ls-tree", "gh-pages") == ""
    assert git(editions, "tag", "--list") == ""
    assert "there is no publishing left to undo" in refused(lambda: roll_back(editions, NOW))
    publish(editions, "1.0")
    assert git(editions, "show", "gh-pages:latest/number.txt") == "1.0"


def test_a_withdrawal_is_rolled_back(editions):
    before = tree(editions)
    withdraw(editions, "1.1", NOW)
    roll_back(editions, NOW)
    assert tree(editions) == before


def test_a_rollback_that_would_undo_somebody_elses_change_is_refused(editions, tmp_path):
    git(editions, "worktree", "add", "--quiet", str(tmp_path / "linked"), "gh-pages")
    tiny.write(tmp_path / "linked/1.1/index.html", "By hand")
    tiny.save(tmp_path / "linked", "By hand")
    said = refused(lambda: roll_back(editions, NOW))
    assert "gh-pages:1.1: this was changed since by other ways" in said


# Withdrawn ---------------------------------------------------------------------------------------


@pytest.fixture
def withdrawn(project: Path) -> Path:
    """Edition 1.0 with files to print, withdrawn after 1.1, which has moved the phase."""
    for path in ("trykk/veiledning.pdf", "en/print/guide.pdf", "trykk/skjema.docx", "data/a.csv",
                 "assets/images/sign.svg", "sitemap.xml"):  # fmt: skip
        tiny.write(project / "pages" / path, "old")
    tiny.write(project / "pages/gone/index.html", tiny.PAGE.format(lang="en", id="gone"))
    publish(tiny.save(project, "Write more"), "1.0")
    moved = {"id": "phase", "lang": "nb", "url": "fase/"}
    tiny.write(project / "pages/data/pages.json", json.dumps({"pages": [moved]}))
    publish(tiny.save(project, "Move"), "1.1")
    withdraw(project, "1.0", NOW)
    return project


def test_each_page_of_a_withdrawn_edition_says_so_in_its_language(withdrawn):
    norwegian = shown(withdrawn, "1.0/faser/forankring/index.html")
    assert norwegian.html["lang"] == "nb"
    assert norwegian.h1.text == "Denne utgaven er trukket tilbake"
    assert "Utgave 1.0 ble trukket tilbake" in norwegian.main.text
    assert norwegian.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    english = shown(withdrawn, "1.0/en/index.html")
    assert english.html["lang"] == "en"
    assert english.h1.text == "This edition has been withdrawn"


def test_a_withdrawn_page_leads_to_the_same_page_in_the_newest_edition_or_to_its_home(withdrawn):
    link = shown(withdrawn, "1.0/faser/forankring/index.html").a
    assert (link["href"], link.text) == (
        "../../../latest/fase/",
        "Les denne siden i nyeste utgave",
    )
    link = shown(withdrawn, "1.0/gone/index.html").a
    assert (link["href"], link.text) == ("../../latest/en/", "Go to the latest edition")


def test_files_of_a_withdrawn_edition_say_so_in_their_own_form(withdrawn):
    def data(path: str) -> bytes:
        show = ["git", "show", f"gh-pages:1.0/{path}"]
        return subprocess.run(show, cwd=withdrawn, capture_output=True, check=True).stdout

    for path, said in (
        ("trykk/veiledning.pdf", "Utgave 1.0 ble trukket tilbake"),
        ("en/print/guide.pdf", "Edition 1.0 was withdrawn on"),
    ):
        page = pypdfium2.PdfDocument(data(path))[0]
        assert said in page.get_textpage().get_text_bounded()
    paragraphs = docx.Document(BytesIO(data("trykk/skjema.docx"))).paragraphs
    assert paragraphs[0].text == "Denne utgaven er trukket tilbake"
    assert json.loads(data("data/pages.json"))["edition"] == "1.0"
    assert "withdrawn" in json.loads(data("data/pages.json"))
    assert b"trukket tilbake" in data("data/a.csv")


def test_every_address_of_a_withdrawn_edition_answers_but_those_of_its_parts(withdrawn):
    def names(commit: str) -> set[str]:
        return set(git(withdrawn, "ls-tree", "-r", "--name-only", f"{commit}:1.0").split())

    assert names("gh-pages~2") - names("gh-pages") == {"assets/images/sign.svg", "sitemap.xml"}
    manifest = git(withdrawn, "show", "gh-pages:1.0/manifest.sha256").splitlines()
    assert {line[66:] for line in manifest} == names("gh-pages") - {"manifest.sha256"}


def test_a_withdrawn_edition_is_one_commit_and_leaves_the_others_as_they_were(withdrawn):
    assert git(withdrawn, "rev-list", "--count", "gh-pages") == "3"
    for folder in ("1.1", "latest"):
        assert len(set(git(withdrawn, "rev-parse", f"gh-pages:{folder}",
                           f"gh-pages~:{folder}").split())) == 1  # fmt: skip
    versions = json.loads(git(withdrawn, "show", "gh-pages:versions.json"))
    assert [each["version"] for each in versions] == ["1.1"]


def test_the_number_of_a_withdrawn_edition_is_not_used_again(withdrawn):
    for allowed in ({}, {"mend": True}, {"yes": True}):
        said = refused(lambda allowed=allowed: publish(withdrawn, "1.0", **allowed))
        assert "edition 1.0 was withdrawn – publish under a new number" in said
    assert "edition 1.0 was withdrawn" in refused(lambda: withdraw(withdrawn, "1.0", NOW))
    assert "there is no edition 7" in refused(lambda: withdraw(withdrawn, "7", NOW))
    publish(withdrawn, "1.2")


def test_withdrawing_the_newest_edition_gives_the_alias_to_the_one_before(editions):
    done = withdraw(editions, "1.1", NOW)
    assert "latest/ shows edition 1.0, and no longer edition 1.1" in done.noticed
    differs = git(editions, "diff", "--name-only", "gh-pages:1.0", "gh-pages:latest").split()
    # What 1.1 alone had says that it was withdrawn; all else is as in 1.0.
    assert differs == ["manifest.sha256", "ny/1.1/index.html"]
    assert "trukket tilbake" in shown(editions, "latest/ny/1.1/index.html").main.text
    versions = json.loads(git(editions, "show", "gh-pages:versions.json"))
    assert [(each["version"], each["aliases"]) for each in versions] == [("1.0", ["latest"])]
    publish(editions, "1.2")
    assert git(editions, "show", "gh-pages:latest/number.txt") == "1.2"


def test_an_alias_that_mike_made_a_link_is_withdrawn_and_no_address_is_told_as_dead(editions):
    root = git(editions, "ls-tree", "gh-pages").splitlines()
    blob = git(editions, "hash-object", "-w", "--stdin", text="1.1")
    lines = [line for line in root if not line.endswith("\tlatest")]
    lines.append(f"120000 blob {blob}\tlatest")
    link = git(editions, "mktree", text="\n".join(lines) + "\n")
    commit = git(editions, "commit-tree", link, "-p", "gh-pages", "-m", "Alias as a link")
    git(editions, "update-ref", "refs/heads/gh-pages", commit)
    said = tiny.run(editions, "withdraw", "1.1")
    assert said.returncode == 0, said.stderr
    assert "nowhere" not in said.stdout
    assert git(editions, "ls-tree", "gh-pages", "latest").startswith("040000 tree")


def test_an_alias_that_was_deleted_by_hand_is_listed(editions):
    versions = git(editions, "show", "gh-pages:versions.json").replace('"latest"', "")
    blob = git(editions, "hash-object", "-w", "--stdin", text=versions)
    lines = [
        f"100644 blob {blob}\tversions.json" if line.endswith("\tversions.json") else line
        for line in git(editions, "ls-tree", "gh-pages").splitlines()
        if not line.endswith("\tlatest")
    ]
    tree = git(editions, "mktree", text="\n".join(lines) + "\n")
    commit = git(editions, "commit-tree", tree, "-p", "gh-pages", "-m", "No alias")
    git(editions, "update-ref", "refs/heads/gh-pages", commit)
    assert "latest/ shows no edition: the next that is published takes it" in edition_lines(
        editions, Options()
    )


def test_withdrawing_the_only_edition_leaves_the_notice_at_the_alias_too(project):
    publish(project, "1.0")
    withdraw(project, "1.0", NOW)
    assert shown(project, "latest/index.html").h1.text == "Denne utgaven er trukket tilbake"
    assert shown(project, "latest/index.html").a is None
    publish(project, "1.1")
    assert git(project, "show", "gh-pages:latest/number.txt") == "1.1"


# On the command line -----------------------------------------------------------------------------


def test_each_command_says_what_readers_will_notice_and_how_to_push(editions):
    done = tiny.run(editions, "withdraw", "1.0")
    assert done.returncode == 0, done.stderr
    assert "Readers will notice:\n  every page and file of edition 1.0 says" in done.stdout
    assert "Push it: git push origin gh-pages" in done.stdout
    done = tiny.run(editions, "rollback")
    assert "Roll back: Withdraw edition 1.0." in done.stdout
    done = tiny.run(editions, "editions")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["1.1", "1.0"]
    done = tiny.run(editions, "publish", "1.2")
    assert "Published 1.2 as the latest edition on gh-pages." in done.stdout
    assert "git push --atomic origin gh-pages edition-1.2" in done.stdout


def test_what_is_refused_ends_with_1_and_no_traceback(editions):
    for arguments in (["publish", "1.1"], ["withdraw", "9.9"], ["rollback", "--branch", "none"]):
        done = tiny.run(editions, *arguments)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        assert "1 problem. Nothing was written." in done.stderr
