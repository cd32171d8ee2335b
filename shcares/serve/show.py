"""A story as one page of its own, outside Streamlit: once it is loaded nothing more is asked of anybody."""

import html

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from shcares.serve.encoded import encoded

_NO_SHOW = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>No such story</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font-family: sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem; line-height: 1.5">
<main><h1>No such story</h1><p>{sentence}</p><p><a href="/stories">All stories</a></p></main></body></html>"""


def show_route() -> Route:
    """GET /show/<story>: the show; `/show/own` tells a story that the address carries."""
    return Route("/show/{story}", _answer, methods=["GET"])


async def _answer(request: Request) -> Response:
    status, page, headers = await run_in_threadpool(_page, request)
    return await run_in_threadpool(encoded, HTMLResponse(page, status, headers), request)


# Streamlit's caches choose their storage when declared, so `ui` is imported only when its runtime has started.
def _page(request: Request) -> tuple[int, str, dict[str, str]]:
    from shcares.ui.present import shows

    given = request.query_params
    asked = shows.Asked(
        request.path_params["story"],
        given.get("network", ""),
        given.get("colours", ""),
        given.get("paper", ""),
        tuple(given.getlist("story")),
        given.get("told", ""),
    )
    try:
        page = shows.answer(asked)
    except shows.NoShowError as error:
        return 404, _NO_SHOW.format(sentence=html.escape(str(error))), {"Cache-Control": "no-store"}
    return 200, page, {"Cache-Control": "no-cache", "Content-Security-Policy": shows.policy()}
