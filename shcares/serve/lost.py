"""An address that names no page is sent on to the page that helps, before Streamlit answers with a box of its own."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from shcares.ui import router

_NOT_PAGES = ("static", "media", "component", "_stcore", "app", "health", "maps", "show")


class LostVisitors:
    """Redirects a browser that asks for a page there is not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect, or pass on."""
        if scope["type"] == "http" and _is_lost(Request(scope)):
            address = f"/{router.NOT_FOUND.address}?address={quote(scope['path'].strip('/'), safe='')}"
            await RedirectResponse(address, 307)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_lost(request: Request) -> bool:
    path = request.url.path.strip("/")
    asks_for_page = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    known = not path or path in router.addresses() or path.split("/")[0] in _NOT_PAGES
    return asks_for_page and not known
