"""What tests need is looked for, and asked for by name where it is not there."""

import pytest

from scripts.common.problems import ProblemsFound
from scripts.devtools import system_packages


@pytest.mark.parametrize(
    ("gone", "package"),
    [
        ("firefox", "firefox-esr"),
        ("mini_browser", "webkit2gtk-driver"),
        ("WebKitWebDriver", "webkit2gtk-driver"),
        ("Xvfb", "xvfb"),
    ],
)
def test_a_browser_that_is_missing_is_asked_for_with_the_command(monkeypatch, gone, package):
    looked_for = system_packages.program

    def program(name: str) -> str | None:
        return None if name == gone else looked_for(name) or f"/usr/bin/{name}"

    monkeypatch.setattr(system_packages, "program", program)
    if gone in ("firefox", "mini_browser"):
        monkeypatch.setattr(system_packages, gone, lambda: None)
    # Where nothing may be installed.
    monkeypatch.setattr(system_packages, "_privilege", lambda: None)
    assert system_packages.missing().count(package) == 1
    with pytest.raises(ProblemsFound) as told:
        system_packages.ensure()
    (problem,) = told.value.problems
    assert package in problem.what
    assert "sudo apt-get install" in problem.fix
    assert problem.fix.split(" (")[0].split().count(package) == 1
