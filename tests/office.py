"""LibreOffice, as readers without Microsoft's programs have it."""

import subprocess
from pathlib import Path

from scripts.devtools.system_packages import program


def convert(files: list[Path], ending: str, folder: Path) -> list[Path]:
    """Files as LibreOffice writes them in another format, in a folder."""
    soffice = program("soffice")
    assert soffice, "LibreOffice was not found – run `make test`, which installs it"
    command = [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *("--convert-to", ending, "--outdir", str(folder)),
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=400)
    made = [folder / f"{each.stem}.{ending.partition(':')[0]}" for each in files]
    lost = [each.name for each in made if not each.is_file()]
    assert not lost, f"LibreOffice did not make {lost}: {done.stderr}"
    return made
