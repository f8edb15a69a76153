"""A page says what it may load and run: its own parts by hash, and the site's files."""

import base64
import hashlib
import re

import pytest

from scripts.web.content_security import policy, with_policy

PAGE = """<!doctype html><html lang="nb"><head>
<meta charset="utf-8">
<title>T</title><style>a{color:red}</style><script>one()</script>
<script type="application/ld+json">{"a": 1}</script><script defer src="site.js"></script>
</head><body></body></html>"""


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_stands_in_the_page_is_allowed_by_its_hash_and_data_needs_none():
    said = policy(PAGE)
    assert re.findall(r"'sha256-[^']+'", said) == [hash_of("one()"), hash_of("a{color:red}")]
    assert "default-src 'self'" in said
    assert "unsafe-inline" not in said
    assert "'unsafe-eval'" not in said


def test_the_policy_stands_before_all_that_it_is_about():
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert page.count("Content-Security-Policy") == 1


def test_a_page_that_has_no_place_for_it_is_a_fault():
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html></html>")
