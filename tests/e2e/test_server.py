"""What the server says to any client: health, headers, compression, and no more doors than needed."""

import gzip
import json
import re
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import brotli
import pytest

from tests.e2e.harness.servers import Server, wait_until_warm


def fetch(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(
        server.url + path, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def main_script(server: Server) -> str:
    _, _, page = fetch(server, "/")
    found = re.search(rb'src="\.(/static/js/[^"]+\.js)"', page)
    assert found is not None
    return found[1].decode()


def test_the_health_route_names_the_figures_it_serves(server: Server, store: Path) -> None:
    status, headers, body = fetch(server, "/health")
    state = json.loads(body)
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert state["ok"] is True
    assert state["digest"] == store.stem.rpartition("-")[2]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", state["data_date"])


def test_every_view_is_prepared_behind_the_first_visitors(server: Server) -> None:
    wait_until_warm(server)
    words = server.log.read_text(encoding="utf-8")
    assert "Not every view could be prepared" not in words


@pytest.mark.parametrize("path", ["/", "/library", "/health", "/_stcore/health", "/nothing-here"])
def test_every_answer_carries_the_security_headers(server: Server, path: str) -> None:
    _, headers, _ = fetch(server, path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] is None


def test_the_content_security_policy_allows_no_inline_script_but_streamlits_own(server: Server) -> None:
    _, headers, _ = fetch(server, "/")
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/]{43}='", policy["script-src"])
    assert policy["connect-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"


def test_only_component_frames_may_run_inline_scripts(server: Server) -> None:
    _, headers, _ = fetch(server, "/component/nothing/index.html")
    assert "script-src 'self' 'unsafe-inline'" in headers["Content-Security-Policy"]


def test_scripts_are_compressed_as_the_client_asks_and_kept_for_good(server: Server) -> None:
    path = main_script(server)
    _, plain_headers, plain = fetch(server, path)
    _, brotli_headers, small = fetch(server, path, Accept_Encoding="gzip, deflate, br")
    _, gzip_headers, middling = fetch(server, path, Accept_Encoding="gzip")
    assert brotli.decompress(small) == gzip.decompress(middling) == plain
    assert len(small) < len(middling) < len(plain) / 2
    assert (brotli_headers["Content-Encoding"], gzip_headers["Content-Encoding"]) == ("br", "gzip")
    for headers in (plain_headers, brotli_headers, gzip_headers):
        assert "immutable" in headers["Cache-Control"]
        assert "Accept-Encoding" in headers["Vary"]


def test_the_front_page_is_never_served_stale(server: Server) -> None:
    _, headers, _ = fetch(server, "/", Accept_Encoding="br")
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Encoding"] == "br"


def test_a_browser_that_has_the_script_is_told_so(server: Server) -> None:
    path = main_script(server)
    _, headers, _ = fetch(server, path, Accept_Encoding="br")
    status, _, body = fetch(server, path, Accept_Encoding="br", If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/script-health-check",
        "/auth/login",
        "/oauth2callback",
    ],
)
def test_what_the_dashboard_does_not_use_is_shut(server: Server, path: str) -> None:
    assert fetch(server, path)[0] == 404


def test_only_an_open_session_may_upload(server: Server) -> None:
    assert fetch(server, "/_stcore/upload_file/session/file", method="PUT")[0] in {400, 403}


@pytest.mark.parametrize("path", ["/static/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//example.org/x"])
def test_no_path_leads_out_of_the_served_folders(server: Server, path: str) -> None:
    status, _, body = fetch(server, path)
    assert status in {400, 404}
    assert b"root:" not in body
