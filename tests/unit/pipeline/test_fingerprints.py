"""What a kept page depends on beside its own text."""

from types import SimpleNamespace

import pytest

from scripts.content.pages import load_site
from scripts.pipeline.fingerprints import page_fingerprint
from tests.unit.projects import write_pages

FRONT = "---\ntitle: A\nid: {id}\nkind: about\n---\n"


def fingerprint(root, path, days):
    site = load_site(root)
    (source,) = [page for page in site.pages if page.path == path]
    build = SimpleNamespace(
        content=SimpleNamespace(site=site),
        days_of_change=days,
        day=lambda page: days.get(page.path),
    )
    return page_fingerprint("site", SimpleNamespace(build=build, source=source))


@pytest.mark.parametrize(("name", "is_told"), [("sender", True), ("plain", False)])
def test_a_change_of_another_page_is_seen_where_the_last_day_is_told(tmp_path, name, is_told):
    write_pages(
        tmp_path,
        {
            "no/sender.md": FRONT.format(id="sender") + "{{ sender }}\n",
            "no/plain.md": FRONT.format(id="plain") + "Tekst.\n",
            "no/other.md": FRONT.format(id="other") + "Tekst.\n",
        },
    )
    before, after = (
        fingerprint(tmp_path, f"docs/no/{name}.md", {"docs/no/other.md": day})
        for day in ("2026-11-01", "2026-11-02")
    )
    assert (before != after) is is_told
