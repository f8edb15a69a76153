"""Front matter written anew, so that no other reader of YAML can take it for something else."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import yaml


def with_front_matter(keys: Mapping[str, Any], body: str) -> str:
    """A page as MkDocs reads it: texts that old YAML takes for another thing are quoted."""
    text = yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return f"---\n{text}---\n{body}"
