"""Work done side by side gives what work in a row gives; a fault is told, not waited for."""

import contextlib
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from scripts.common import fork_map as module
from scripts.common.fork_map import WorkerFailed, beside, fork_map

MANY = list(range(40))


class Told(Exception):
    """An exception that two arguments make, and that pickle cannot make again from one."""

    def __init__(self, place, what):
        super().__init__(f"{place}: {what}")


class Plain(Exception):
    """One that travels."""


@pytest.fixture(autouse=True)
def _three_cores(monkeypatch):
    """Three processes whatever machine this is, and forked also where the tests have threads."""
    monkeypatch.setattr(module, "_cores", lambda: 3)
    monkeypatch.setattr(module, "_can_fork", lambda: True)
    # A process that hangs is a failure, and not a run without an end.
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(60)
    yield
    signal.alarm(0)


def _too_long(*_):
    raise TimeoutError("the parent waits for a process that is gone")


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 10, 11, 40, 41])
def test_results_come_in_the_order_of_the_items(count):
    items = [f"item {at}" for at in range(count)]
    assert fork_map(str.upper, items) == [item.upper() for item in items]


def test_work_is_done_by_several_processes_and_not_by_this_one():
    def work(item):
        # As long as the others need to begin.
        time.sleep(0.01)
        return os.getpid()

    found = set(fork_map(work, MANY))
    assert len(found) == 3
    assert os.getpid() not in found


def test_a_process_that_is_free_takes_the_next_item(tmp_path):
    def work(item):
        if item == 0:
            # The first item takes as long as all the others together.
            end = time.monotonic() + 60
            while len(list(tmp_path.iterdir())) < len(MANY) - 1 and time.monotonic() < end:
                time.sleep(0.01)
        else:
            (tmp_path / str(item)).touch()
        return os.getpid()

    found = fork_map(work, MANY)
    assert found.count(found[0]) == 1


def test_more_items_than_a_pipe_holds_are_done():
    many = range(70_001)
    assert fork_map(lambda item: item, many) == list(many)


def test_the_first_failure_in_the_order_of_the_items_is_raised_though_it_comes_last():
    def fail(item):
        time.sleep(0.3 if item == 0 else 0)
        raise Plain(f"item {item}")

    with pytest.raises(Plain, match=r"^item 0$"):
        fork_map(fail, MANY)


def test_a_function_that_cannot_be_pickled_and_what_it_holds_is_no_hindrance():
    lock, factor = threading.Lock(), 3

    def times(item):
        with lock:
            return item * factor

    assert fork_map(times, MANY) == [item * 3 for item in MANY]


def test_large_results_do_not_block():
    found = fork_map(lambda item: bytes([item]) * 1_000_000, MANY[:12])
    assert [(len(each), each[0]) for each in found] == [(1_000_000, at) for at in range(12)]


def test_results_may_be_none_and_may_be_exceptions_that_were_not_raised():
    assert fork_map(lambda _: None, MANY) == [None] * 40
    found = fork_map(lambda item: Plain(item), MANY)
    assert [type(each) for each in found] == [Plain] * 40


@pytest.mark.parametrize("at", [0, 1, 17, 39])
def test_an_exception_is_raised_here_as_what_it_is(at):
    def fail(item):
        if item == at:
            raise Plain(f"item {item}")
        return item

    with pytest.raises(Plain, match=f"^item {at}$"):
        fork_map(fail, MANY)


def test_an_exception_that_cannot_travel_is_told_with_its_traceback():
    def fail(item):
        if item == 20:
            raise Told("docs/no/a.md", "unknown")
        return item

    with pytest.raises(WorkerFailed, match=r"(?s)Traceback.*docs/no/a\.md: unknown"):
        fork_map(fail, MANY)


def test_a_result_that_cannot_travel_is_a_fault_and_not_a_wait():
    with pytest.raises(Exception, match="pickle"):
        fork_map(lambda item: lambda: item, MANY)


@pytest.mark.parametrize("end", [lambda: os._exit(0), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_a_process_that_ends_without_a_word_is_told(end):
    def die(item):
        if item == 5:
            end()
        return item

    with pytest.raises(WorkerFailed, match="ended before it was done"):
        fork_map(die, MANY)


def test_no_process_is_left_behind_after_a_fault():
    def fail(item):
        raise Plain

    before = children()
    with pytest.raises(Plain):
        fork_map(fail, MANY)
    assert children() <= before


def children():
    """The processes that this one began: its number is the fourth field (proc(5), stat)."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        # Whatever ended meanwhile is no child.
        with contextlib.suppress(OSError):
            after_the_name = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(after_the_name[1]) == os.getpid():
                found.add(path.parent.name)
    return found


def test_what_the_parent_has_not_yet_written_is_written_once(tmp_path):
    path = tmp_path / "log"
    with path.open("w", encoding="utf-8") as log:
        log.write("once")
        fork_map(str, MANY)
    assert path.read_text(encoding="utf-8") == "once"


def test_a_step_beside_another_runs_meanwhile_in_a_process_of_its_own(tmp_path):
    def waits_for(name):
        end = time.monotonic() + 30
        while not (tmp_path / name).exists():
            assert time.monotonic() < end, f"{name} was not written meanwhile"
            time.sleep(0.01)

    def aside():
        (tmp_path / "aside").write_text(str(os.getpid()), encoding="utf-8")
        waits_for("here")

    def here():
        (tmp_path / "here").write_text(str(os.getpid()), encoding="utf-8")
        waits_for("aside")

    beside(aside, here)
    assert (tmp_path / "here").read_text(encoding="utf-8") == str(os.getpid())
    assert (tmp_path / "aside").read_text(encoding="utf-8") != str(os.getpid())


def test_the_fault_of_a_step_beside_another_is_raised_here():
    def aside():
        raise Plain("aside")

    done = []
    with pytest.raises(Plain, match=r"^aside$"):
        beside(aside, lambda: done.append("here"))
    assert done == ["here"]


def test_a_fault_here_ends_the_step_beside_it():
    def here():
        raise Plain("here")

    before = children()
    with pytest.raises(Plain, match=r"^here$"):
        beside(lambda: time.sleep(60), here)
    assert children() <= before


def test_on_one_core_the_step_beside_comes_after(monkeypatch):
    monkeypatch.setattr(module, "_cores", lambda: 1)
    done = []
    beside(lambda: done.append("aside"), lambda: done.append("here"))
    assert done == ["here", "aside"]


def in_this_process():
    return set(fork_map(lambda _: os.getpid(), MANY)) == {os.getpid()}


def test_one_core_does_the_work_in_this_process(monkeypatch):
    assert not in_this_process()
    monkeypatch.setattr(module, "_cores", lambda: 1)
    assert in_this_process()


def test_few_items_are_done_in_this_process():
    assert set(fork_map(lambda _: os.getpid(), MANY[:7])) == {os.getpid()}
    assert os.getpid() not in fork_map(lambda _: os.getpid(), MANY[:8])


def test_nothing_is_forked_while_threads_run_or_away_from_linux(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(module, "_cores", lambda: 3)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)
    monkeypatch.setattr(module.sys, "platform", "linux")
    assert not in_this_process()
    monkeypatch.setattr(module.sys, "platform", "darwin")
    assert in_this_process()
    monkeypatch.undo()
    monkeypatch.setattr(module, "_cores", lambda: 3)
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait, daemon=True)
    thread.start()
    try:
        assert in_this_process()
    finally:
        go_on.set()
        thread.join()
