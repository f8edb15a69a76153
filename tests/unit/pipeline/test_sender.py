"""Who stands behind a project, read from its configuration and the settings that it names."""

import logging

import pytest

from scripts.common.problems import ProblemsFound
from scripts.pipeline import preview
from scripts.pipeline.sender import sender_at, unsigned_problems

CONFIGURATION = """extra:
  publisher: !ENV [SITE_PUBLISHER, ""]
  contact: !ENV [SITE_CONTACT, ""]
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for setting in ("SITE_PUBLISHER", "SITE_CONTACT"):
        monkeypatch.delenv(setting, raising=False)
    return tmp_path


def test_settings_of_the_environment_are_those_of_the_project(root, monkeypatch):
    assert sender_at(root).publisher is None
    monkeypatch.setenv("SITE_PUBLISHER", "Prøveforlaget")
    monkeypatch.setenv("SITE_CONTACT", "kunnskap@example.org")
    assert sender_at(root).publisher == "Prøveforlaget"
    assert sender_at(root).notice is None
    assert unsigned_problems(root, unsigned=False) == []


def test_each_setting_that_lacks_is_told_once_and_a_faulty_one_as_a_fault(root, monkeypatch):
    monkeypatch.setenv("SITE_CONTACT", "ring oss")
    problems = [str(problem) for problem in unsigned_problems(root, unsigned=False)]
    assert [problem.partition(":")[0] for problem in problems] == ["SITE_CONTACT", "SITE_PUBLISHER"]
    assert "is neither an e-mail address" in problems[0]
    (fault,) = unsigned_problems(root, unsigned=True)
    assert fault.path == "SITE_CONTACT"


@pytest.mark.parametrize("text", ["extra: [", "nav: []\n", "", "extra: no\n"])
def test_a_configuration_that_says_nothing_names_nobody(root, text):
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert sender_at(root).missing == ("SITE_PUBLISHER", "SITE_CONTACT")


def test_the_preview_says_in_one_line_that_the_site_is_not_signed(root, monkeypatch, caplog):
    monkeypatch.setattr(preview, "is_free", lambda port: True)
    monkeypatch.setenv("SITE_PRINT", "off")

    def stop(*_):
        raise ProblemsFound([])

    monkeypatch.setattr(preview, "Preview", stop)
    with caplog.at_level(logging.INFO, logger="preview"), pytest.raises(ProblemsFound):
        preview.serve(root, 8000)
    said = [message for message in caplog.messages if message.startswith("Not signed")]
    assert said == [sender_at(root).notice]
