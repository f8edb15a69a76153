"""The settings of mkdocs.yml that the site depends on, read without running the code they name.

MkDocs itself reports errors there only when a build starts, in its own words and without a line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import yaml

from scripts.checks.config_reader import Setting, SettingsReader, child, children
from scripts.checks.config_texts import config_texts
from scripts.checks.config_words import misread_values
from scripts.checks.invisible_characters import character_problems
from scripts.common.files import read_text, relative_of_link
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_faults import LOADER, fault, too_much
from scripts.common.yaml_slips import slips
from scripts.content.extensions import EXTENSIONS
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
    """Return the settings that would stop a build, or change what is published."""
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
    for each in config_texts(node):
        problems += character_problems(name, each.line, each.text)
    # The message about a setting with a single valid value already names that value.
    reported = {each.line for each in problems}
    problems += [
        Problem(name, value.start_mark.line + 1, what, fix)
        for value, what, fix in misread_values(node)
        if value.start_mark.line + 1 not in reported
    ]
    return problems


# Keys of `extra` -> the environment variable that the owner sets.
_SETTINGS = {
    "publisher": PUBLISHER,
    "editor": EDITOR,
    "contact": CONTACT,
    "reviewed": REVIEWED,
    "edit": EDIT,
}


class _Settings(SettingsReader):
    def problems(self) -> Iterator[Problem]:
        yield from self.check_tags(self.node)
        yield from self.check_keys()
        for setting in _FIXED:
            yield from self.check_fixed(setting)
        checks: tuple[Callable[[], Iterator[Problem]], ...] = (
            self._site_name, self._address, self._plugins, self._extensions, self._hooks,
            self._languages, self._validation, self._watch, self._extra, self._excluded,
        )  # fmt: skip
        for check in checks:
            yield from check()

    def _site_name(self) -> Iterator[Problem]:
        node = self.get("site_name")
        if node is not None and not (isinstance(node, yaml.ScalarNode) and node.value.strip()):
            yield self.problem(node, "site_name is no text", "write the name of the site")

    def _address(self) -> Iterator[Problem]:
        node = self.get("site_url")
        if isinstance(node, yaml.ScalarNode) and (fault := site_address_fault(node.value)):
            yield self.problem(node, f"site_url: {fault[0]}", fault[1])
        address = os.environ.get(ADDRESS, "")
        if address and (fault := site_address_fault(address)):
            yield Problem(ADDRESS, 0, *fault)

    def _plugins(self) -> Iterator[Problem]:
        yield from self.check_list("plugins", _PLUGINS, "plugin")

    def _extensions(self) -> Iterator[Problem]:
        yield from self.check_list("markdown_extensions", tuple(sorted(_EXTENSIONS)), "extension")

    def _hooks(self) -> Iterator[Problem]:
        node, hooks = self.get("hooks"), self.names_in("hooks")
        if hooks is not None and node is not None:
            if _HOOK not in hooks:
                yield self.problem(node, f'hooks lacks "{_HOOK}"', f"put - {_HOOK} back")
            for name, item in hooks.items():
                if not (self.project.root / name).is_file():
                    yield self.problem(item, f'there is no hook "{name}"', "take the row away")
        elif node is not None:
            yield self.problem(node, "hooks is no list", f"write - {_HOOK}")

    def _languages(self) -> Iterator[Problem]:
        node = self.get("plugins.i18n.languages")
        plugin = self.get("plugins.i18n")
        if not isinstance(node, yaml.SequenceNode):
            if plugin is not None:
                yield self.problem(plugin, "the plugin i18n names no languages", "put them back")
            return
        codes = [locale.code for locale in LOCALES]
        listed_codes = []
        for item in node.value:
            locale = child(item, "locale")
            code = getattr(locale, "value", None)
            if not isinstance(code, str) or code not in codes:
                fix = f"use {' and '.join(codes)}: see ARCHITECTURE.md, A language"
                yield self.problem(item, f'unknown language "{code}"', fix)
            elif locale is not None and locale.tag.endswith(":bool"):
                yield self.problem(locale, f'"{code}" is read as false', f'write locale: "{code}"')
            listed_codes.append(code)
            default = child(item, "default")
            if code == codes[0] and getattr(default, "value", "false") != "true":
                yield self.problem(
                    default or item, "no language is the default", "write default: true"
                )
        for code in codes:
            if code not in listed_codes:
                yield self.problem(node, f'the language "{code}" is missing', "put it back")

    def _validation(self) -> Iterator[Problem]:
        for group in children(self.get("validation")):
            for level in children(group):
                if isinstance(level, yaml.ScalarNode) and level.value not in _LEVELS:
                    if not isinstance(group, yaml.MappingNode):
                        continue
                    if level in [value for _, value in group.value]:
                        fix = f"use one of: {', '.join(sorted(_LEVELS))}"
                        yield self.problem(level, f'"{level.value}" is no level', fix)

    def _watch(self) -> Iterator[Problem]:
        node = self.get("watch")
        for item in node.value if isinstance(node, yaml.SequenceNode) else ():
            if not (self.project.root / str(item.value)).exists():
                what = f'watch names "{item.value}", and there is no such folder'
                yield self.problem(item, what, "name data and overrides")

    def _extra(self) -> Iterator[Problem]:
        node = self.get("extra")
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value not in _SETTINGS:
                yield self.problem(key, f'unknown key "{key.value}"', "take it away")
            elif isinstance(value, yaml.ScalarNode):
                for problem in sender_problems({key.value: value.value}):
                    yield self.problem(value, f"{key.value}: {problem.what}", problem.fix)
            elif value.tag != "!ENV":
                fix = f'write {key.value}: !ENV [{_SETTINGS[key.value]}, ""]'
                what = (
                    "contact is no address" if key.value == "contact" else f"{key.value} is no text"
                )
                yield self.problem(value, what, fix)
        yield from sender_problems(
            {key: os.environ.get(name, "") for key, name in _SETTINGS.items()}
        )

    def _excluded(self) -> Iterator[Problem]:
        node = self.get("exclude_docs")
        if node is None:
            return
        rows = node.value.split("\n") if isinstance(node, yaml.ScalarNode) else ["*.md"]
        if any(row.strip().endswith((".md", "*")) for row in rows):
            fix = "name single files of docs/assets, such as /assets/images/readme.png"
            yield self.problem(node, "exclude_docs would leave pages out", fix)
