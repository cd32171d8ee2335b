"""The command line: python -m shcares check | build | serve | export."""

import logging
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


def _check(options: Namespace) -> int:
    from shcares.catalogue.command import check

    with _without_warnings():
        from shcares.ui.present.faults import data_faults

        return check(options.data, data_faults)


def _build(options: Namespace) -> int:
    from shcares.pipeline.command import build_command

    return build_command(options.data)


def _serve(options: Namespace) -> int:
    from shcares.serve.command import serve

    return serve(options.host, options.port)


def _export(options: Namespace) -> int:
    with _without_warnings():
        from shcares.ui.present.packs_command import export

        return export(options.kind, options.to, options.network, options.colours)


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Streamlit would warn, once for each kept answer, that nobody looks at a page."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def _takes_data(command: ArgumentParser) -> None:
    command.add_argument("--data", type=Path, default=DATA, help="the data folder (default: %(default)s)")


def _takes_address(command: ArgumentParser) -> None:
    command.add_argument(
        "--host", default="127.0.0.1", help="the address to answer on (default: %(default)s, this machine only)"
    )
    command.add_argument("--port", type=int, default=8501, help="the port to answer on (default: %(default)s)")


def _takes_export(command: ArgumentParser) -> None:
    command.add_argument(
        "kind", choices=("packs", "sheets"), help="meeting packs, or a sheet of paper for each practice"
    )
    command.add_argument("--to", type=Path, required=True, help="the folder to write the zip file into")
    command.add_argument("--network", default="", help="one care community by name or code (default: all four)")
    command.add_argument(
        "--colours",
        choices=("safe", "rag", "mono"),
        default="safe",
        help="mono for black and white (default: %(default)s)",
    )


# One line for each command: its name, what runs it, what it takes, what it is for. Imports wait until it runs.
COMMANDS: dict[str, tuple[Callable[[Namespace], int], Callable[[ArgumentParser], None], str]] = {
    "check": (_check, _takes_data, "check every file of the data folder and print every problem"),
    "build": (_build, _takes_data, "build the store the dashboard reads from the data folder"),
    "serve": (_serve, _takes_address, "serve the dashboard, after building the store if it is missing"),
    "export": (_export, _takes_export, "write meeting packs or practice sheets as a zip file, with no browser"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = ArgumentParser(prog="python -m shcares", description="The St Helens Cares dashboard.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (_, takes, purpose) in COMMANDS.items():
        takes(commands.add_parser(name, help=purpose, description=purpose))
    options = parser.parse_args(arguments)
    return COMMANDS[options.command][0](options)


if __name__ == "__main__":
    sys.exit(main())
