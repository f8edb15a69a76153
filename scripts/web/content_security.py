"""The Content-Security-Policy of a page, told in the page: what it may load and run.

Everything is from the site itself. What stands in the page is allowed by its hash, so that no
other script or style can be smuggled in, on any host; nothing is `unsafe-inline`. Data blocks
(JSON-LD, words) are never run and need no hash. `wasm-unsafe-eval` is for the search engine
(Pagefind is WebAssembly) and allows no `eval` of text.

No script of ours makes HTML or addresses of scripts from text, so that nothing is trusted to do so
(Trusted Types; browsers that do not know them pass them over).

A header of the host can only add to it (CSP 3, section 3.2: each policy is enforced). What a page
cannot say of itself, such as who may frame it, stands in the files for hosts.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# What our documents begin with.
PLACE = '<meta charset="utf-8">'


def with_policy(document: str) -> str:
    """A whole document with its policy, before anything that it is about.

    Raises:
        ValueError: the document does not begin as ours do.
    """
    if document.count(PLACE) != 1:
        raise ValueError(f"{PLACE} must stand once, at the beginning of <head>")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(document)}">'
    return document.replace(PLACE, f"{PLACE}\n{meta}", 1)


def policy(document: str) -> str:
    """What a document may load and run."""
    styles = " ".join(["'self'", *map(_hash, _STYLE.findall(document))])
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *map(_hash, _SCRIPT.findall(document))])
    return (
        f"default-src 'self'; script-src {scripts}; style-src {styles}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    """As CSP 3 names it: the SHA-256 of what stands between the tags."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
