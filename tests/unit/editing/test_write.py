"""All files of a change are written, or none; somebody is asked first."""

import pytest

from scripts.common.problems import ProblemsFound
from scripts.editing.draft import Draft
from scripts.editing.move_page import move
from scripts.editing.write import write
from tests.unit.editing.test_move_page import files_of


@pytest.fixture
def draft(tmp_path):
    for name in ("a.md", "b/b.md", "c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    made = Draft(tmp_path)
    made.put("a.md", "A\n")
    made.move("b/b.md", "d/e/b.md")
    made.delete("c.md")
    return made


def names(root) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_files_are_changed_moved_and_taken_away(draft):
    assert write(draft) == ["a.md", "b/b.md", "c.md", "d/e/b.md"]
    assert names(draft.root) == {"a.md", "d", "d/e", "d/e/b.md"}
    assert (draft.root / "a.md").read_text(encoding="utf-8") == "A\n"


@pytest.mark.parametrize("at", ["prepare", "commit"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_error_on_the_way_puts_everything_back(draft, monkeypatch, at, error):
    before = {name: (draft.root / name).read_bytes() for name in ("a.md", "b/b.md", "c.md")}
    from scripts.editing import write as module

    real = getattr(module, f"_{at}")

    def failing(file, content):
        if file.name == "b.md" and content is not None:
            raise error
        real(file, content)

    monkeypatch.setattr(module, f"_{at}", failing)
    with pytest.raises(ProblemsFound if isinstance(error, OSError) else KeyboardInterrupt):
        write(draft)
    assert {name: (draft.root / name).read_bytes() for name in before} == before
    assert names(draft.root) == {"a.md", "b", "b/b.md", "c.md"}


def test_what_somebody_saved_in_the_meantime_is_never_written_over(draft):
    (draft.root / "a.md").write_text("mine\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"^a.md: the file has changed in the meantime – run"):
        write(draft)
    assert (draft.root / "a.md").read_text(encoding="utf-8") == "mine\n"
    assert (draft.root / "c.md").exists()


def test_a_file_that_holds_the_text_already_is_no_change(draft):
    same = Draft(draft.root)
    same.put("a.md", "a.md\n")
    assert same.texts == {}


def test_a_draft_touches_nothing_by_itself(linked):
    before = files_of(linked)
    move(linked, "metoden/historie", "metoden/fortid")
    assert files_of(linked) == before
