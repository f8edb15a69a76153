"""A broken project is told of with path, line and mend, within seconds: a fixed sample.

All of them are tried by `make broken`.
"""

import pytest

from tests.broken.catalogue import CASES
from tests.broken.run import GOOD, run_all, warm

# One in so many, and those that were worst: what hung, ended in a traceback or ran in a browser.
EVERY = 120
WORST = (
    "fm-laughs",
    "fm-self-reference",
    "text-quote-24-deep",
    "text-rule-of-spaced-stars",
    "link-javascript-entity",
    "html-script-broken",
    "file-fifo-page",
    "config-python-apply",
    "schema-broken-page",
    "text-merge-conflict",
    "file-symlink-page-device",
)
SAMPLE = [case for at, case in enumerate(CASES) if at % EVERY == 0 or case.name in WORST]


@pytest.fixture(scope="module")
def outcomes():
    warm()
    return {each.case.name: each for each in run_all(SAMPLE, seed=1)}


def test_there_are_enough_broken_projects():
    assert len(CASES) > 1000
    assert set(WORST) <= {case.name for case in CASES}


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.name)
def test_a_broken_project_is_told_of_well(outcomes, case):
    found = outcomes[case.name]
    assert found.result in GOOD, f"{found.result} {found.why}\n{found.said}"
