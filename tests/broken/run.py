"""Gives each broken project to `make check`, in a process of its own, and judges what it says."""

import contextlib
import io
import os
import pickle
import re
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.cli import main
from scripts.common.paths import Project
from scripts.common.problems import Problem
from tests.broken.project import Broken, Case, copy_project

ROOT = Path(__file__).resolve().parent.parent.parent
# Seconds of work, and how many times as long it may take on a busy machine.
LIMIT, WAITED = 10.0, 6
WELL, FINE = "told well", "rightly accepted"
MISLEADING, SILENT, LATE = "misleading", "passes wrong", "late"
TRACEBACK, HANG, FALSE = "traceback", "hang", "told without reason"
OUTSIDE, INVALID = "writes elsewhere", "nothing was broken"
GOOD = (WELL, FINE)
_LINE = re.compile(r"(?P<path>[^\n]+?)(?::(?P<line>\d+))?: (?P<what>\S[^\n]*) – (?P<mend>\S[^\n]*)")
_PYTHON = re.compile(
    r"\bNone\b|is not valid under|<class|Traceback|\{'|\bdict\b|\bNoneType\b|\[Errno"
)


@dataclass(frozen=True)
class Outcome:
    """What became of one case."""

    case: Case
    result: str
    seconds: float
    said: str
    why: str = ""


def judge(case: Case, code: int, said: str, touched: set[str]) -> tuple[str, str]:
    """How well a report tells of what was done."""
    if "Traceback" in said or code not in (0, 1):
        return TRACEBACK, ""
    if code == 0:
        return (FINE, case.fine) if case.fine else (SILENT, "")
    if case.fine:
        return FALSE, case.fine
    lines = said.strip().split("\n")[:-1]
    matches = [_LINE.fullmatch(line) for line in lines]
    if not lines or not all(matches):
        return MISLEADING, "a line without path or mend"
    if len(lines) > case.most:
        return MISLEADING, f"{len(lines)} lines for one fault"
    if len(set(lines)) != len(lines):
        return MISLEADING, "told twice"
    if found := _PYTHON.search(said):
        return MISLEADING, f"a word of Python: {found.group()}"
    # As a report shows it, with signs that cannot be printed by their number.
    touched = {str(Problem(name, 0, "", "")).partition(":  ")[0] for name in touched}
    paths = {match["path"] for match in matches if match}
    wanted = {case.at} if case.at else touched
    named = any(name in said for name in touched)
    pointed = any(f"{path}/".startswith(f"{name}/") for path in paths for name in wanted)
    pointed = pointed or any(f"{name}/".startswith(f"{path}/") for path in paths for name in wanted)
    if not named and not pointed:
        return MISLEADING, f"points elsewhere than {', '.join(sorted(wanted))[:80]}"
    if case.says and not re.search(case.says, said):
        return MISLEADING, f"does not say {case.says!r}"
    return WELL, ""


def run_case(case: Case, seed: int, folder: Path, limit: float = LIMIT) -> Outcome:
    """One case, in a forked process that is ended when it takes too long."""
    target = Path(tempfile.mkdtemp(dir=folder))
    began = time.monotonic()
    try:
        copy_project(ROOT, target / "project", folder / "kept")
        broken = Broken((target / "project").resolve(), seed)
        try:
            case.change(broken)
        except Exception as error:
            return Outcome(case, INVALID, 0.0, repr(error))
        began = time.monotonic()
        code, said = _in_child(broken.root, limit)
        seconds = time.monotonic() - began
        if code is None:
            return Outcome(case, HANG, seconds, said)
        result, why = judge(case, code, said, broken.touched)
        astray = [path.name for path in target.iterdir() if path.name != "project"]
        if astray and result in GOOD:
            result, why = OUTSIDE, ", ".join(astray)
        return Outcome(case, result, seconds, said, why)
    finally:
        shutil.rmtree(target, ignore_errors=True)


def _in_child(root: Path, limit: float) -> tuple[int | None, str]:
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiver)
        os.setsid()
        # What the process that runs the tests holds is no fault of a case.
        most = _address_space() + (3 << 30)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        # A machine that has other things to do makes nothing hang.
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 1))
        code, said = 2, ""
        try:
            code, said = checked(root)
        except BaseException:
            said = traceback.format_exc()
        with os.fdopen(sender, "wb") as out:
            pickle.dump((code, said), out)
        os._exit(0)
    os.close(sender)
    end, received = time.monotonic() + limit * WAITED, b""
    with os.fdopen(receiver, "rb", buffering=0) as stream:
        while (left := end - time.monotonic()) > 0:
            if not select.select([stream], [], [], left)[0]:
                break
            part = stream.read(1 << 16)
            if not part:
                break
            received += part
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    hung = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
    try:
        return pickle.loads(received)
    except (EOFError, pickle.UnpicklingError):
        return (
            (None, "")
            if hung or time.monotonic() >= end
            else (2, "the process ended without a word")
        )


def _address_space() -> int:
    """The bytes of memory that this process has addresses for (proc(5), statm)."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()


def checked(root: Path) -> tuple[int, str]:
    """What `python -m scripts.cli check` does and says of a project."""
    import scripts.cli as cli

    cli.ROOT = root
    sys.argv = ["check", "check"]
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            code = main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return code, out.getvalue()


def warm() -> None:
    """Read the real project once: what a case does not change is remembered by its children."""
    from scripts.checks import run

    with all_in_this_process():
        assert not run.load_content(Project(ROOT)).problems


@contextlib.contextmanager
def all_in_this_process() -> Iterator[None]:
    """Work that is shared out otherwise is done here, where its memory stays."""
    from scripts.common import fork_map

    before = fork_map._can_fork
    fork_map._can_fork = lambda: False
    try:
        yield
    finally:
        fork_map._can_fork = before


def run_all(cases: list[Case], seed: int, at_once: int = 2) -> Iterator[Outcome]:
    """Every case, some side by side."""
    from concurrent.futures import ThreadPoolExecutor

    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as folder:
        shutil.copytree(ROOT / ".cache/data", f"{folder}/kept/data")
        shutil.copytree(ROOT / ".cache/checks", f"{folder}/kept/checks")
        shares = [cases[start::at_once] for start in range(at_once)]
        pipes = []
        for share in shares:
            receiver, sender = os.pipe()
            child = os.fork()
            if not child:
                os.close(receiver)
                with all_in_this_process(), os.fdopen(sender, "wb") as out:
                    for case in share:
                        found = run_case(case, seed, Path(folder))
                        plain = (
                            found.case.name,
                            found.result,
                            found.seconds,
                            found.said,
                            found.why,
                        )
                        pickle.dump(plain, out)
                        out.flush()
                os._exit(0)
            os.close(sender)
            pipes.append((child, os.fdopen(receiver, "rb")))
        by_name = {case.name: case for case in cases}

        def read(stream: io.BufferedReader) -> list[Outcome]:
            outcomes = []
            while True:
                try:
                    name, *rest = pickle.load(stream)
                except EOFError:
                    return outcomes
                outcomes.append(Outcome(by_name[name], *rest))

        with ThreadPoolExecutor(at_once) as pool:
            for outcomes in pool.map(read, [stream for _, stream in pipes]):
                yield from outcomes
        for child, _ in pipes:
            os.waitpid(child, 0)


def table(outcomes: list[Outcome]) -> str:
    """Outcomes by group, as a table of Markdown."""
    names = (WELL, FINE, MISLEADING, SILENT, TRACEBACK, HANG, FALSE, OUTSIDE, INVALID)
    groups = list(dict.fromkeys(each.case.group for each in outcomes))
    counts = Counter((each.case.group, each.result) for each in outcomes)
    rows = [f"| group | n | {' | '.join(names)} |", "| --- |" + " --- |" * (len(names) + 1)]
    for group in groups:
        numbers = [counts[group, name] for name in names]
        rows.append(f"| {group} | {sum(numbers)} | {' | '.join(str(n or '') for n in numbers)} |")
    totals = [sum(each.result == name for each in outcomes) for name in names]
    rows.append(f"| all | {len(outcomes)} | {' | '.join(map(str, totals))} |")
    return "\n".join(rows)
