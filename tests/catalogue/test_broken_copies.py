"""Every deliberate fault, all in one copy of the data: each is named on exactly one line, and nothing else is."""

import random
import shutil
from pathlib import Path

import pytest

from shcares.catalogue import check_catalogue, read_catalogue
from shcares.catalogue.command import check
from shcares.domain.errors import DataError
from tests.catalogue.breakages import BREAKAGES, Breakage, Named
from tests.catalogue.data_copy import DataCopy

SINGLE = [function for number, function in enumerate(BREAKAGES) if number % 7 == 0]


@pytest.fixture(scope="session")
def broken(small_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[Breakage, Named], list[str]]:
    """One copy with every fault in it: what was broken, and the lines of the check."""
    data = DataCopy(Path(shutil.copytree(small_data, tmp_path_factory.mktemp("broken") / "data")))
    named = {breakage: breakage(data) for breakage in BREAKAGES}
    return named, [str(problem) for problem in check_catalogue(data.root)]


def lines_about(named: Named, lines: list[str]) -> list[str]:
    where = f"{named.file}: {named.place}" if named.place else named.file
    return [line for line in lines if line.startswith(where) and named.part in line]


def test_the_small_copy_is_without_fault(small_data: Path) -> None:
    assert check_catalogue(small_data) == ()


def test_there_are_enough_ways_to_break_the_data() -> None:
    assert len(BREAKAGES) >= 50


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.__name__)
def test_each_fault_among_all_the_others_is_named_on_exactly_one_line(
    broken: tuple[dict[Breakage, Named], list[str]], breakage: Breakage
) -> None:
    named, lines = broken
    assert len(lines_about(named[breakage], lines)) == 1, named[breakage]


def test_nothing_but_the_faults_is_named(broken: tuple[dict[Breakage, Named], list[str]]) -> None:
    named, lines = broken
    ours = {line for each in named.values() for line in lines_about(each, lines)}
    assert [line for line in lines if line not in ours] == []


def test_every_line_says_what_was_found_what_was_expected_and_what_to_do(
    broken: tuple[dict[Breakage, Named], list[str]],
) -> None:
    _, lines = broken
    assert [line for line in lines if ": found " not in line or "; expected " not in line or "\n" in line] == []


@pytest.mark.parametrize("breakage", SINGLE, ids=lambda breakage: breakage.__name__)
def test_a_fault_alone_gives_one_line(data: DataCopy, breakage: Breakage) -> None:
    named = breakage(data)
    lines = [str(problem) for problem in check_catalogue(data.root)]
    assert lines_about(named, lines) == lines
    assert len(lines) == 1


def test_reading_broken_data_raises_every_problem_at_once(data: DataCopy) -> None:
    for breakage in SINGLE:
        breakage(data)
    with pytest.raises(DataError) as caught:
        read_catalogue(data.root)
    assert len(caught.value.problems) == len(SINGLE)


def test_the_command_prints_one_problem_a_line_and_fails(data: DataCopy, capsys: pytest.CaptureFixture[str]) -> None:
    for breakage in SINGLE:
        breakage(data)
    assert check(data.root) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == len(SINGLE)


def test_the_command_says_in_one_line_that_all_is_well(small_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(small_data) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.startswith("All is well: ")
    assert shown.out.count("\n") == 1


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = check_catalogue(tmp_path / "nowhere")
    assert "no such folder" in str(problem)


def test_an_empty_folder_lacks_every_file_that_must_be_there(tmp_path: Path) -> None:
    assert {problem.found for problem in check_catalogue(tmp_path)} == {"no such file"}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_in_the_files_the_check_reports_and_never_fails(data: DataCopy, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - noise that every run repeats
    files = sorted(path for path in data.root.rglob("*") if path.is_file())
    for path in chance.sample(files, 40):
        path.write_bytes(spoiled(path.read_bytes(), chance))
    problems = check_catalogue(data.root)
    assert problems
    assert all("\n" not in str(problem) for problem in problems)


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The bytes with a piece cut out, doubled, put elsewhere, or replaced by noise."""
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.randrange(1, 200))
    noise = chance.choice(
        [b"", b"\0", b'"', b",,,", b"\n\n", b"[[", b"= nan\n", b"9" * 400, b"\xff\xfe", b"-inf", b"{}"]
    )
    piece = content[start:end]
    return chance.choice(
        [
            content[:start],
            content[:start] + noise + content[end:],
            content[:start] + piece + piece + content[end:],
            piece + content,
            content[:start] + bytes(chance.randrange(256) for _ in range(20)) + content[end:],
            noise,
        ]
    )
