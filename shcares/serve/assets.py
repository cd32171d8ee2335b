"""Scripts, styles and component files are compressed once and then answered from memory.

Streamlit leaves its own scripts uncompressed because its server would compress them again for each visitor. The files
belong to installed packages and cannot change while the process runs, so one compressed copy each is enough.
"""

import asyncio
import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CACHED_PREFIXES = ("/static/", "/component/")
_FRONT_PAGE = "/"
_SMALLEST_BYTES = 500
_TEXT_TYPES = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")


def _brotli(body: bytes) -> bytes:
    # Quality 5 does Streamlit's whole front end in half a second; 9 takes seven times as long for 3 % fewer bytes.
    compressed: bytes = brotli.compress(body, quality=5)
    return compressed


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


ENCODERS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": _gzip}


@dataclass
class _Asset:
    headers: dict[str, str]
    body: bytes
    encoded: dict[str, bytes] = field(default_factory=dict)


class CompressedAssets:
    """Keeps each asset and its compressed copies; answers GET requests for them without touching the disk again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, _Asset] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or fetch once from the app below, keep the answer and give it."""
        if not _is_asset_request(scope):
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        asset = self._kept.get(path)
        if asset is None:
            response = await _fetch(self.app, scope, receive)
            if not _worth_keeping(response):
                await response(scope, receive, send)
                return
            asset = self._kept[path] = _Asset(dict(response.headers), bytes(response.body))
        answer = await _answer(asset, _accepted_encoding(Headers(scope=scope)))
        await answer(scope, receive, send)


async def warm_assets(app: ASGIApp, static_folder: Path) -> int:
    """Ask for every script and style as a browser would, so that no visitor waits for compression; returns how many."""
    files = [file for kind in ("*.js", "*.css") for file in sorted(static_folder.rglob(kind))]
    for file in files:
        path = f"/{file.relative_to(static_folder).as_posix()}"
        headers = [(b"host", b"localhost"), (b"accept-encoding", b"br")]
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": headers,
            "client": ("127.0.0.1", 0),
            "server": ("localhost", 0),
        }
        await app(scope, _nothing_more, _discard)
    return len(files)


async def _nothing_more() -> Message:
    """A request without a body from a visitor who waits: there is never anything to receive."""
    await asyncio.Event().wait()
    raise AssertionError("an event that nobody sets was set")


async def _discard(_message: Message) -> None:
    return


def _is_asset_request(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path: str = scope["path"]
    if path != _FRONT_PAGE and not path.startswith(_CACHED_PREFIXES):
        return False
    headers = Headers(scope=scope)
    return "range" not in headers and "if-none-match" not in headers and "if-modified-since" not in headers


def _accepted_encoding(headers: Headers) -> str:
    offered = {part.split(";")[0].strip() for part in headers.get("accept-encoding", "").lower().split(",")}
    return next((encoding for encoding in ENCODERS if encoding in offered), "")


async def _fetch(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """Run the app below for a plain, uncompressed answer and collect it whole."""
    plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    status, raw_headers, chunks = 500, [], []

    async def collect(message: Message) -> None:
        nonlocal status, raw_headers
        if message["type"] == "http.response.start":
            status, raw_headers = message["status"], message["headers"]
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))

    await app({**scope, "headers": plain}, receive, collect)
    response = Response(b"".join(chunks), status)
    response.raw_headers = list(raw_headers)
    return response


def _worth_keeping(response: Response) -> bool:
    return (
        response.status_code == 200
        and len(response.body) >= _SMALLEST_BYTES
        and response.headers.get("content-type", "").startswith(_TEXT_TYPES)
        and "content-encoding" not in response.headers
        and "set-cookie" not in response.headers
    )


async def _answer(asset: _Asset, encoding: str) -> Response:
    response = Response(asset.body)
    if encoding:
        if encoding not in asset.encoded:
            asset.encoded[encoding] = await asyncio.to_thread(ENCODERS[encoding], asset.body)
        response.body = asset.encoded[encoding]
    headers = MutableHeaders({**asset.headers, "content-length": str(len(response.body))})
    headers.add_vary_header("Accept-Encoding")
    if encoding:
        headers["Content-Encoding"] = encoding
        if "etag" in headers:
            headers["ETag"] = "W/" + headers["etag"].removeprefix("W/")
    response.raw_headers = headers.raw
    return response
