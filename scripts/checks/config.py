"""The settings of mkdocs.yml that the site rests on, read without running what they name.

MkDocs tells of a fault there when a build begins, in its own words and without a line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import yaml

from scripts.checks.config_reader import Setting, SettingsReader, child, children
from scripts.checks.config_texts import config_texts
from scripts.checks.config_words import misread
from scripts.checks.invisible_characters import signs_of
from scripts.common.files import read_text, relative_of_link
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_faults import LOADER, fault, too_much
from scripts.common.yaml_slips import slips
from scripts.content.renderers import EXTENSIONS
from scripts.language.locales import LOCALES
from scripts.web.contact import SETTING as CONTACT
from scripts.web.edit_link import SETTING as EDIT
from scripts.web.sender import EDITOR, PUBLISHER, REVIEWED, sender_problems
from scripts.web.site_address import SETTING as ADDRESS
from scripts.web.site_address import site_address_fault

_EXTENSIONS = frozenset({*EXTENSIONS, "toc"} - {"fenced_code"})
_PLUGINS = ("mike", "i18n")
_HOOK = "scripts/pipeline/hooks.py"
_LEVELS = {"warn", "info", "ignore"}
_FIXED = (
    Setting("docs_dir", "docs"),
    Setting("site_dir", "site"),
    Setting("strict", "true"),
    Setting("use_directory_urls", "true"),
    Setting("theme.name", "material"),
    Setting("theme.custom_dir", "overrides"),
    Setting("plugins.i18n.docs_structure", "folder"),
    Setting("plugins.i18n.fallback_to_default", "true"),
)


def check_config(project: Project) -> list[Problem]:
    """What in mkdocs.yml would stop a build, or change what is published."""
    name = relative_of_link(project.config, project.root)
    text, problems = read_text(project.config, project.root)
    if problems:
        return problems
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        return [fault(error, text, name)]
    except RecursionError:
        node = None
    if node is not None and (much := too_much(node, name)):
        return [much]
    if not isinstance(node, yaml.MappingNode):
        return [Problem(name, 1, "the file holds no settings", "put back what stood there")]
    problems = slips(node, text, name)
    problems += _Settings(name, node, project).problems()
    for text_of in config_texts(node):
        problems += signs_of(name, text_of.line, text_of.text)
    # A setting with one right value is told with that.
    told = {each.line for each in problems}
    problems += [
        Problem(name, at.start_mark.line + 1, what, mend)
        for at, what, mend in misread(node)
        if at.start_mark.line + 1 not in told
    ]
    return problems


# Keys of `extra` -> the setting that the owner gives.
_SETTINGS = {
    "publisher": PUBLISHER,
    "editor": EDITOR,
    "contact": CONTACT,
    "reviewed": REVIEWED,
    "edit": EDIT,
}


class _Settings(SettingsReader):
    def problems(self) -> Iterator[Problem]:
        yield from self.tags(self.node)
        yield from self.keys()
        for setting in _FIXED:
            yield from self.fixed(setting)
        checks: tuple[Callable[[], Iterator[Problem]], ...] = (
            self._name, self._address, self._plugins, self._extensions, self._hooks,
            self._languages, self._validation, self._watch, self._extra, self._excluded,
        )  # fmt: skip
        for check in checks:
            yield from check()

    def _name(self) -> Iterator[Problem]:
        node = self.get("site_name")
        if node is not None and not (isinstance(node, yaml.ScalarNode) and node.value.strip()):
            yield self.at(node, "site_name is no text", "write the name of the site")

    def _address(self) -> Iterator[Problem]:
        node = self.get("site_url")
        if isinstance(node, yaml.ScalarNode) and (fault := site_address_fault(node.value)):
            yield self.at(node, f"site_url: {fault[0]}", fault[1])
        address = os.environ.get(ADDRESS, "")
        if address and (fault := site_address_fault(address)):
            yield Problem(ADDRESS, 0, *fault)

    def _plugins(self) -> Iterator[Problem]:
        yield from self.list_of("plugins", _PLUGINS, "plugin")

    def _extensions(self) -> Iterator[Problem]:
        yield from self.list_of("markdown_extensions", tuple(sorted(_EXTENSIONS)), "extension")

    def _hooks(self) -> Iterator[Problem]:
        node, found = self.get("hooks"), self.named("hooks")
        if found is not None and node is not None:
            if _HOOK not in found:
                yield self.at(node, f'hooks lacks "{_HOOK}"', f"put - {_HOOK} back")
            for name, item in found.items():
                if not (self.project.root / name).is_file():
                    yield self.at(item, f'there is no hook "{name}"', "take the row away")
        elif node is not None:
            yield self.at(node, "hooks is no list", f"write - {_HOOK}")

    def _languages(self) -> Iterator[Problem]:
        node = self.get("plugins.i18n.languages")
        plugin = self.get("plugins.i18n")
        if not isinstance(node, yaml.SequenceNode):
            if plugin is not None:
                yield self.at(plugin, "the plugin i18n names no languages", "put them back")
            return
        codes = [locale.code for locale in LOCALES]
        found = []
        for item in node.value:
            locale = child(item, "locale")
            code = getattr(locale, "value", None)
            if not isinstance(code, str) or code not in codes:
                mend = f"use {' and '.join(codes)}: see ARCHITECTURE.md, A language"
                yield self.at(item, f'unknown language "{code}"', mend)
            elif locale is not None and locale.tag.endswith(":bool"):
                yield self.at(locale, f'"{code}" is read as false', f'write locale: "{code}"')
            found.append(code)
            default = child(item, "default")
            if code == codes[0] and getattr(default, "value", "false") != "true":
                yield self.at(default or item, "no language is the default", "write default: true")
        for code in codes:
            if code not in found:
                yield self.at(node, f'the language "{code}" is missing', "put it back")

    def _validation(self) -> Iterator[Problem]:
        for group in children(self.get("validation")):
            for level in children(group):
                if isinstance(level, yaml.ScalarNode) and level.value not in _LEVELS:
                    if not isinstance(group, yaml.MappingNode):
                        continue
                    if level in [value for _, value in group.value]:
                        mend = f"use one of: {', '.join(sorted(_LEVELS))}"
                        yield self.at(level, f'"{level.value}" is no level', mend)

    def _watch(self) -> Iterator[Problem]:
        node = self.get("watch")
        for item in node.value if isinstance(node, yaml.SequenceNode) else ():
            if not (self.project.root / str(item.value)).exists():
                what = f'watch names "{item.value}", and there is no such folder'
                yield self.at(item, what, "name data and overrides")

    def _extra(self) -> Iterator[Problem]:
        node = self.get("extra")
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value not in _SETTINGS:
                yield self.at(key, f'unknown key "{key.value}"', "take it away")
            elif isinstance(value, yaml.ScalarNode):
                for problem in sender_problems({key.value: value.value}):
                    yield self.at(value, f"{key.value}: {problem.what}", problem.mend)
            elif value.tag != "!ENV":
                mend = f'write {key.value}: !ENV [{_SETTINGS[key.value]}, ""]'
                what = (
                    "contact is no address" if key.value == "contact" else f"{key.value} is no text"
                )
                yield self.at(value, what, mend)
        yield from sender_problems(
            {key: os.environ.get(name, "") for key, name in _SETTINGS.items()}
        )

    def _excluded(self) -> Iterator[Problem]:
        node = self.get("exclude_docs")
        if node is None:
            return
        rows = node.value.split("\n") if isinstance(node, yaml.ScalarNode) else ["*.md"]
        if any(row.strip().endswith((".md", "*")) for row in rows):
            mend = "name single files of docs/assets, such as /assets/images/readme.png"
            yield self.at(node, "exclude_docs would leave pages out", mend)
