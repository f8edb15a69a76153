"""The extensions of Python-Markdown, by name, without importing any."""

# Those of mkdocs.yml and those that MkDocs adds, except `toc`, which only adds links.
EXTENSIONS = ("tables", "fenced_code", "attr_list", "def_list", "sane_lists", "pymdownx.tasklist")
