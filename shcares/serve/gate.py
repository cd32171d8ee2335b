"""Until the figures are ready every page answers 503 with a page that says so and tries again by itself."""

import html

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from shcares.serve.readiness import Readiness

_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>St Helens Cares</title>{refresh}
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font-family: sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem; line-height: 1.5">
<h1>St Helens Cares</h1><p role="status">{sentence}</p>{bar}</body></html>"""
# The health route speaks for itself; the front end's own files are the same before and after.
_OPEN_PATHS = ("/health", "/static/")


class Gate:
    """Lets requests through once the server is ready; the health route always answers."""

    def __init__(self, app: ASGIApp, readiness: Readiness) -> None:
        self.app = app
        self.readiness = readiness

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it here."""
        if self.readiness.ready or scope["type"] == "lifespan" or scope["path"].startswith(_OPEN_PATHS):
            await self.app(scope, receive, send)
        else:
            await _waiting_page(self.readiness)(scope, receive, send)


def _waiting_page(readiness: Readiness) -> Response:
    headers = {"Retry-After": "2", "Cache-Control": "no-store"}
    if readiness.failure is not None:
        sentence = "The figures could not be prepared. The server's log says why, line by line."
        return HTMLResponse(_PAGE.format(refresh="", sentence=sentence, bar=""), 503, headers)
    sentence = (
        f"The figures are being prepared: {html.escape(readiness.step)}. This page opens by itself when they are."
    )
    bar = f'<progress aria-label="Progress" max="1" value="{readiness.share:.2f}" style="width: 100%"></progress>'
    refresh = '<meta http-equiv="refresh" content="1">'
    return HTMLResponse(_PAGE.format(refresh=refresh, sentence=sentence, bar=bar), 503, headers)
