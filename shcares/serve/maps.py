"""What the map's frame fetches: Leaflet, our script and style, the outlines; all from here."""

import gzip
from collections.abc import Awaitable, Callable
from functools import cache

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json"}
_KEEP = {"json": "public, max-age=31536000, immutable"}


def map_route() -> Route:
    """GET /maps/<file>: the files of the map's frame; the outlines bear the store's name and may be kept for good."""
    return Route("/maps/{name}", _answer(), methods=["GET"])


def _answer() -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        name = request.path_params["name"]
        kind = name.rpartition(".")[2]
        body = await run_in_threadpool(_body, name)
        if body is None:
            return PlainTextResponse("Not found", 404)
        headers = {"Cache-Control": _KEEP.get(kind, "no-cache"), "Vary": "Accept-Encoding"}
        offered = request.headers.get("accept-encoding", "")
        encoding = next((one for one in _ENCODERS if one in offered), "")
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(_encoded(name, encoding), media_type=_TYPES[kind], headers=headers)

    return answer


# Streamlit's caches choose their storage when declared, so `ui` is imported only when its runtime has started.
def _body(name: str) -> bytes | None:
    from shcares.ui.places.locality import scene

    return scene.file(name)


_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=9)),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@cache
def _encoded(name: str, encoding: str) -> bytes:
    body = _body(name) or b""
    return _ENCODERS[encoding](body) if encoding else body
