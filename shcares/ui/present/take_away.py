"""Packs and sheets to take away: choose, prepare, download; nothing is kept but in the visitor's own session."""

from collections.abc import Callable

import streamlit as st

from shcares.style import sentences
from shcares.style.palette import Scheme
from shcares.ui import filters, reads
from shcares.ui.places.names import practice_labels, practice_order
from shcares.ui.present import decks, packs
from shcares.ui.present.contents import files_html
from shcares.ui.present.packs_contents import every_practice, practices_of
from shcares.ui.present.practice_sheet import edition, file_name, practice_sheet

_PREPARED = "prepared_files"
_ALL = ""
_PDF, _ZIP = "application/pdf", "application/zip"


def show_page() -> None:
    """The page."""
    choice = filters.current()
    st.title("Packs and sheets to take away")
    st.markdown(
        f"Everything is made on this server from the figures of this dashboard. {edition()} "
        f"Colours: {filters.SCHEMES[choice.scheme].lower()}, as chosen above."
    )
    _show_packs(choice)
    _show_sheets(choice)


def _show_packs(choice: filters.Choice) -> None:
    st.header("A pack for a network meeting")
    options = {_ALL: "All four, a folder each", **decks.networks()}
    chosen = list(options).index(choice.area_code) if choice.area_code in options else 0
    network = st.selectbox(
        "Care community", list(options), index=chosen, format_func=options.__getitem__, key="pack_of", width=360
    )
    codes = [network] if network else list(decks.networks())
    st.markdown(_what_is_in(codes))
    st.html(files_html(codes))
    _prepare(
        f"pack-{network or 'all'}-{choice.scheme}",
        "Prepare the pack" if network else "Prepare all four packs",
        _pack_name(network),
        lambda progress: packs.packs_zip(codes, choice.scheme, progress=progress),
        slot="packs",
    )


def _pack_name(network: str) -> str:
    return f"pack_{decks.networks()[network].lower().replace(' ', '_')}.zip" if network else "packs.zip"


def _what_is_in(codes: list[str]) -> str:
    """What the zip file is called and how many files are in it."""
    network = codes[0] if len(codes) == 1 else _ALL
    files = sum(len(practices_of(code)) + packs.FILES for code in codes)
    each = "" if network else ", in a folder for each community"
    return f"**{_pack_name(network)}** will hold {sentences.count_words(files, 'file')}{each}."


def _show_sheets(choice: filters.Choice) -> None:
    st.header("A sheet of paper for one practice")
    st.markdown(
        "One page of A4: names, what became of it, its list, its patients, its registers against St Helens and "
        "England, doubts, sources. All of them come as **practice_sheets.zip**: "
        f"{sentences.count_words(len(every_practice()), 'file')} of one page, named by code and practice."
        f"{_without_pack()}"
    )
    labels = practice_labels()
    code = st.selectbox(
        "Practice", practice_order(choice.area_code), format_func=labels.__getitem__, key="sheet_of", width=560
    )
    show_sheet(code, choice.scheme)
    _prepare(
        f"sheets-{choice.scheme}",
        f"Prepare all {sentences.count_words(len(every_practice()), 'sheet')}",
        "practice_sheets.zip",
        lambda progress: packs.sheets_zip(choice.scheme, progress=progress),
        slot="sheets",
    )


def _without_pack() -> str:
    """Which practices have a sheet and are in no community's pack."""
    packed = {code for network in decks.networks() for code in practices_of(network)}
    names = reads.practices().set_index("practice_code")["short_name"]
    apart = [str(names[code]) for code in every_practice() if code not in packed]
    return f" In no community’s pack: {sentences.listed(apart)}." if apart else ""


def show_sheet(code: str, scheme: Scheme) -> None:
    """A button that makes a practice's sheet when it is pressed."""
    st.download_button(
        "Sheet of paper (PDF)",
        lambda: practice_sheet(code, scheme),
        file_name=file_name(code),
        mime=_PDF,
        icon=":material/description:",
        on_click="ignore",
        key=f"sheet-{code}",
    )


def _prepare(identity: str, label: str, name: str, make: Callable[[packs.Progress], bytes], *, slot: str) -> None:
    """A button that makes a file, with a bar; then the download. A session holds one file of each slot."""
    held: dict[str, tuple[str, bytes]] = st.session_state.setdefault(_PREPARED, {})
    if st.button(label, key=f"prepare-{slot}", icon=":material/archive:"):
        held.pop(slot, None)
        held[slot] = (identity, _with_bar(label, make))
    made = held.get(slot)
    if made is None or made[0] != identity:
        return
    st.download_button(
        f"Download {name}",
        made[1],
        file_name=name,
        mime=_ZIP,
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{slot}",
    )


def _with_bar(label: str, make: Callable[[packs.Progress], bytes]) -> bytes:
    """What is made, while a bar names the step."""
    bar = st.progress(0.0, text=label)

    def tell(step: str, share: float) -> None:
        bar.progress(share, text=f"Making: {step}")

    try:
        return make(tell)
    finally:
        bar.empty()
