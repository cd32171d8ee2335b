"""A store appears whole or not at all, and the last good one is always there."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shcares.__main__ import main
from shcares.domain.areas import ST_HELENS
from shcares.domain.errors import DataError
from shcares.pipeline import build, latest_store, store_path
from shcares.pipeline.files import build_folder, is_good, sweep
from shcares.store import queries
from shcares.store.connection import Store

PROJECT = Path(__file__).parents[2]


def change(root: Path, words: str) -> None:
    """Make the data different, and still right."""
    source = root / "sources" / "office_2026.toml"
    lines = [line for line in source.read_text().splitlines() if not line.startswith("note = ")]
    source.write_text("\n".join([*lines, f'note = "{words}"', ""]))


def spoil(root: Path) -> None:
    """Make the data wrong."""
    source = root / "sources" / "office_2026.toml"
    source.write_text(source.read_text().replace("publisher", "publishers"))


def smoking_rows(path: Path) -> int:
    store = Store(path)
    try:
        return len(queries.observations(store, ["smoking"], [ST_HELENS]))
    finally:
        store.close()


def names(root: Path) -> list[str]:
    return sorted(path.name for path in build_folder(root).iterdir())


def test_a_build_makes_the_store_of_todays_data_and_nothing_else(root: Path) -> None:
    path = build(root)
    assert path == store_path(root) == latest_store(root) and names(root) == [path.name]
    assert smoking_rows(path) == 6


def test_building_again_changes_nothing(root: Path) -> None:
    before = build(root).stat()
    after = build(root).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_progress_is_told_in_words_and_shares_that_only_grow(root: Path) -> None:
    told: list[tuple[str, float]] = []
    build(root, progress=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares) and shares[-1] == 1.0 and all(step for step, _ in told)


def test_the_two_newest_stores_are_kept(root: Path) -> None:
    paths = []
    for words in ("one", "two", "three"):
        change(root, words)
        paths.append(build(root))
    assert names(root) == sorted(path.name for path in paths[1:])


def test_a_store_in_use_can_be_replaced_by_a_newer_one(root: Path) -> None:
    store = Store(build(root))
    change(root, "newer")
    build(root)
    assert len(queries.areas(store)) == 18
    store.close()


def test_broken_data_is_refused_and_the_last_good_store_stays(root: Path) -> None:
    good = build(root)
    spoil(root)
    with pytest.raises(DataError):
        build(root)
    assert latest_store(root) == good and names(root) == [good.name]


def test_without_a_build_there_is_no_latest_store(root: Path) -> None:
    assert latest_store(root) is None


def test_a_damaged_store_is_not_good_and_is_built_again(root: Path) -> None:
    path = build(root)
    path.write_bytes(path.read_bytes()[:4096])
    assert not is_good(path) and latest_store(root) is None
    assert is_good(build(root))


def test_a_store_under_a_name_that_is_not_its_own_is_not_good(root: Path) -> None:
    path = build(root)
    wrong = path.rename(path.with_name("shcares-0123456789abcdef.duckdb"))
    assert not is_good(wrong)


def test_what_a_dead_build_left_is_swept_and_what_a_live_one_writes_is_not(root: Path) -> None:
    path = build(root)
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    host = "".join(letter for letter in os.uname().nodename if letter.isascii() and letter.isalnum()) or "here"
    left = path.with_name(f".{path.stem}.{host}-{int(dead.stdout)}-0a1b2c3d.unfinished")
    live = path.with_name(f".{path.stem}.{host}-{os.getpid()}-0a1b2c3d.unfinished")
    elsewhere = path.with_name(f".{path.stem}.otherhost-{int(dead.stdout)}-0a1b2c3d.unfinished.wal")
    for file in (left, live, elsewhere):
        file.write_bytes(b"half")
    sweep(root)
    assert names(root) == sorted([path.name, live.name, elsewhere.name])
    os.utime(elsewhere, (0, 0))
    sweep(root)
    assert elsewhere.name not in names(root)


def test_a_failure_while_writing_leaves_nothing_behind(root: Path) -> None:
    good = build(root)
    change(root, "never finished")

    def stop(_: str, share: float) -> None:
        if share > 0.7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(root, progress=stop)
    assert names(root) == [good.name]


def start_build(root: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "shcares", "build", "--data", str(root)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def test_a_build_killed_at_any_moment_leaves_the_last_good_store(root: Path) -> None:
    good = build(root)
    change(root, "killed")
    for share, wait in ((0, 0.1), (40, 0), (50, 0.05), (50, 0.15), (77, 0), (77, 0.03), (95, 0)):
        process = start_build(root)
        assert process.stdout is not None
        for line in process.stdout:
            if int(line.split("%")[0]) >= share:
                break
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        last = latest_store(root)
        assert last in (good, store_path(root)) and last is not None and smoking_rows(last) == 6
        if last != good:
            last.unlink()
    assert any(name.endswith(".unfinished") for name in names(root))
    finished = build(root)
    assert names(root) == sorted([good.name, finished.name])


def test_builds_at_the_same_time_do_not_disturb_each_other(root: Path) -> None:
    processes = [start_build(root) for _ in range(3)]
    assert [process.communicate() and process.returncode for process in processes] == [0, 0, 0]
    assert names(root) == [store_path(root).name] and smoking_rows(store_path(root)) == 6


def test_the_command_says_where_the_store_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--data", str(root)]) == 0
    assert store_path(root).name in capsys.readouterr().out


def test_the_command_prints_every_fault_and_what_stays(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = build(root)
    spoil(root)
    assert main(["build", "--data", str(root)]) == 1
    words = capsys.readouterr().err
    assert "publishers" in words and good.name in words


def test_the_command_names_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--data", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_data_that_changes_while_it_is_read_is_read_again(root: Path) -> None:
    told: list[str] = []

    def disturb_once(step: str, _: float) -> None:
        if not told:
            change(root, "written meanwhile")
        told.append(step)

    path = build(root, progress=disturb_once)
    assert path == store_path(root) and is_good(path)


def test_the_data_folder_may_have_any_name(tmp_path: Path) -> None:
    small = Path(__file__).parent / "small"
    copy = tmp_path / "a folder with spaces, å"
    shutil.copytree(small, copy)
    assert is_good(build(copy))
