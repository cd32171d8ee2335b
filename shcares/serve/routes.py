"""The health route, and the list of Streamlit's routes that this dashboard leaves shut."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shcares.serve.readiness import Readiness

# Of Streamlit's own routes the browser needs these: the websocket, its health check, its settings and components, and
# the upload of a visitor's own story, which only an open session may use.
_OPEN_CORE = (
    "/_stcore/stream",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/bidi-components/",
    "/_stcore/upload_file/",
)
# Not used here: metrics, the agent interface, sign-in.
_SHUT = ("/_stcore/", "/auth/", "/oauth2callback")


def health_route(readiness: Readiness) -> Route:
    """GET /health: 503 with what is being done until ready; then 200 with the digest and date of the figures.

    `warm` says whether every view is prepared yet; one that is not is made when it is opened.
    """
    return Route("/health", _health(readiness), methods=["GET"])


def _health(readiness: Readiness) -> Callable[[Request], Response]:
    def answer(_request: Request) -> Response:
        state: dict[str, bool | float | str | None]
        if readiness.ready:
            state = {"ok": True, "digest": readiness.digest, "data_date": readiness.data_date, "warm": readiness.warm}
        else:
            doing = "failed" if readiness.failure is not None else readiness.step
            state = {"ok": False, "doing": doing, "share": round(readiness.share, 2)}
        return JSONResponse(state, 200 if readiness.ready else 503, {"Cache-Control": "no-store"})

    return answer


class ShutRoutes:
    """Answers 404 for what the dashboard does not use, so that nothing is reachable by accident."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is used."""
        if scope["type"] != "lifespan" and _is_shut(scope["path"]):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await PlainTextResponse("Not found", 404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _is_shut(path: str) -> bool:
    return path.startswith(_SHUT) and not path.startswith(_OPEN_CORE)
