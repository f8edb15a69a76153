"""What publishing writes into commits and tags, it knows again years later."""

import pytest

from scripts.pipeline.editions.commit_messages import (
    UNDOES,
    Step,
    commit_message,
    commit_named_by,
    is_rollback,
    is_step,
    mend_tag,
    published_by,
    rollback_message,
    subject,
    tag_message,
    tag_of,
    taken_back,
)

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_the_words_are_those_that_published_branches_hold():
    assert [subject(step, "1.0") for step in Step] == [
        "Publish edition 1.0",
        "Mend edition 1.0",
        "Withdraw edition 1.0",
    ]
    assert commit_message(Step.MEND, "1.0", COMMIT) == f"Mend edition 1.0\n\nSource: {COMMIT}"
    assert rollback_message("Publish edition 1.0", COMMIT) == (
        f"Roll back: Publish edition 1.0\n\nUndoes: {COMMIT}"
    )
    assert tag_message("Publish edition 1.0", ("gh-pages", COMMIT), "5e4f", uncommitted=True) == (
        f"Publish edition 1.0\n\nOn gh-pages: {COMMIT}\nSHA-256 of manifest.sha256: 5e4f\n"
        "With files that were not committed; edition.json names them."
    )
    assert [tag_of("1.0"), mend_tag("1.0", 2)] == ["edition-1.0", "edition-1.0-mended-2"]
    assert UNDOES == "Undoes"


@pytest.mark.parametrize("step", Step)
def test_a_step_is_known_by_its_subject_and_a_rollback_is_none(step):
    title = subject(step, "1.10")
    back = rollback_message(title, COMMIT).partition("\n")[0]
    assert [is_step(title), is_rollback(title)] == [True, False]
    assert [is_step(back), is_rollback(back)] == [False, True]


@pytest.mark.parametrize("line", ["Merge edition 1.0", "Publish the site", "Add a CNAME", ""])
def test_a_commit_of_somebody_else_is_no_step(line):
    assert not is_step(line)
    assert not is_rollback(line)
    assert published_by(line) is None


def test_the_number_that_a_commit_published_is_read_from_its_subject():
    assert published_by(subject(Step.PUBLISH, "2026.11.28")) == "2026.11.28"
    assert published_by(subject(Step.MEND, "1.0")) is None


def test_only_a_publishing_that_was_rolled_back_takes_its_edition_back():
    lines = [subject(Step.PUBLISH, "1.0"), "Roll back: Mend edition 1.1"]
    assert taken_back(lines) == set()
    assert taken_back([*lines, "Roll back: Publish edition 1.2"]) == {"1.2"}


def test_a_tag_names_the_commit_of_its_edition():
    message = tag_message("Publish edition 1.0", ("a: b", COMMIT), "ab" * 32, uncommitted=False)
    assert commit_named_by(f"object {'f' * 40}\n\n{message}\n") == COMMIT
    assert commit_named_by("Publish edition 1.0\n\nBy hand.\n") == ""
