"""LibreOffice, where there is one: what a file looks like to a program that is not ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

HOW_TO_GET_IT = (
    "no LibreOffice found: apt-get install --no-install-recommends libreoffice-impress libreoffice-calc, or put "
    "soffice on the path"
)


def as_pdf(file: Path) -> pypdfium2.PdfDocument:
    """The file as LibreOffice prints it. Without one the test is skipped, or fails under SHCARES_REQUIRE_OFFICE."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        if os.environ.get("SHCARES_REQUIRE_OFFICE"):
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return pypdfium2.PdfDocument(file.with_suffix(".pdf"))
