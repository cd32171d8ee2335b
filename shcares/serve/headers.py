"""Security headers for every response, with a content security policy that needs no 'unsafe-inline' scripts of ours."""

import base64
import hashlib
import re
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shcares.maps.background import background

_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_SHARED_POLICY = {
    "default-src": "'self'",
    # Streamlit's style engine and Vega write style elements as they run.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
_FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


def inline_script_hashes(index_page: Path) -> tuple[str, ...]:
    """Hash every inline script of Streamlit's own page, as a content security policy wants them.

    The script changes with Streamlit's version, so the hashes are worked out from the installed file at start.
    """
    scripts = _INLINE_SCRIPT.findall(index_page.read_bytes())
    return tuple(f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in scripts)


def _policy(script_source: str, *, images: str = "") -> str:
    pictures = f"{_SHARED_POLICY['img-src']} {images}".strip()
    directives = {**_SHARED_POLICY, "img-src": pictures, "script-src": script_source}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


class SecurityHeaders:
    """Adds the headers; pages of components (the map's frame) may run the inline script that draws them."""

    def __init__(self, app: ASGIApp, index_page: Path) -> None:
        self.app = app
        self.page_policy = _policy(" ".join(["'self'", *inline_script_hashes(index_page)]))
        tiles = background()
        # The map's frame takes its layers as a script to evaluate.
        self.component_policy = _policy(
            "'self' 'unsafe-inline' 'unsafe-eval' data:", images=tiles.host if tiles else ""
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wrap the answer of an HTTP request; leave the websocket alone."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = self.component_policy if scope["path"].startswith("/component/") else self.page_policy

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # A show brings a stricter policy of its own.
                headers.setdefault("Content-Security-Policy", policy)
                for name, value in _FIXED_HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)
