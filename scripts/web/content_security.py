"""The Content-Security-Policy of a page, in a meta element: what the page may load and run.

Everything is from the site itself. Inline scripts and styles are allowed by hash, so that no other
can be injected, on any host; nothing is `unsafe-inline`. Data blocks (JSON-LD, messages) are never
executed and need no hash. `wasm-unsafe-eval` is for the search engine (Pagefind is WebAssembly)
and allows no `eval` of text.

No script of ours makes HTML or script URLs from text, so no Trusted Types policy is allowed
(browsers without Trusted Types ignore this).

A header of the host can only add to it (CSP 3, section 3.2: each policy is enforced). What a meta
element cannot declare, such as `frame-ancestors`, is in the files for hosts.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The policy is inserted after this.
CHARSET = '<meta charset="utf-8">'


def with_policy(document: str) -> str:
    """A complete document with its policy, before anything that the policy governs.

    Raises:
        ValueError: the document does not have `CHARSET` exactly once.
    """
    if document.count(CHARSET) != 1:
        raise ValueError(f"{CHARSET} must stand once, at the beginning of <head>")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(document)}">'
    return document.replace(CHARSET, f"{CHARSET}\n{meta}", 1)


def policy(document: str) -> str:
    """The value of the policy for a document."""
    styles = " ".join(["'self'", *map(_hash, _STYLE.findall(document))])
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *map(_hash, _SCRIPT.findall(document))])
    return (
        f"default-src 'self'; script-src {scripts}; style-src {styles}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    """A CSP 3 hash source: the SHA-256 of the text between the tags."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
