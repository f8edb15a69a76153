"""The paths of a project, as one value that is passed around."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of one project; tests pass a small one of their own."""

    root: Path

    @property
    def data(self) -> Path:
        """The folder of data files."""
        return self.root / "data"

    @property
    def config(self) -> Path:
        """The MkDocs configuration."""
        return self.root / "mkdocs.yml"

    @property
    def components(self) -> Path:
        """The templates of fact boxes, tables and lists made from data."""
        return self.root / "overrides" / "components"

    @property
    def styles(self) -> Path:
        """The folder of partial style sheets."""
        return self.root / "overrides" / "styles"

    @property
    def tokens(self) -> Path:
        """The colour tokens, for screen and print."""
        return self.root / "overrides" / "tokens.css"

    @property
    def print_templates(self) -> Path:
        """The templates, style sheets and fonts for print."""
        return self.root / "overrides" / "print"

    def schema(self, name: str) -> Path:
        """The JSON Schema of a data file (`sources`, `page` …)."""
        return self.data / "schema" / f"{name}.schema.json"
