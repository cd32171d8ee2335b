"""Many viewers at once, each thinking for a while, then opening a page."""

import asyncio
import random
import time

from tests.bench.wire import Address, Viewer, pages_of
from tests.e2e.harness.servers import Server

THINKING_SECONDS = (1.0, 3.0)


async def crowd(server: Server, viewers: int, seconds: float) -> tuple[list[float], int]:
    """Milliseconds of every page opened by a crowd in that time, and how many of them failed."""
    pages = await pages_of(server)
    until = time.monotonic() + seconds
    told = await asyncio.gather(*(_one(server, pages, until, random.Random(seed)) for seed in range(viewers)))  # noqa: S311
    return [duration for durations, _ in told for duration in durations], sum(failed for _, failed in told)


async def _one(
    server: Server, pages: tuple[Address, ...], until: float, dice: random.Random
) -> tuple[list[float], int]:
    durations, failed = [], 0
    await asyncio.sleep(dice.uniform(0, THINKING_SECONDS[1]))
    async with Viewer(server) as viewer:
        while time.monotonic() < until:
            run = await viewer.run(dice.choice(pages))
            durations.append(run.milliseconds)
            failed += run.failed
            await asyncio.sleep(dice.uniform(*THINKING_SECONDS))
    return durations, failed
