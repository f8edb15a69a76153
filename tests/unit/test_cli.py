"""The command line as a whole."""

import subprocess
import sys

from tests.unit.projects import ROOT


def test_no_command_waits_for_mkdocs_unless_it_builds():
    program = "import scripts.cli, sys; print({'mkdocs', 'mike', 'weasyprint'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
