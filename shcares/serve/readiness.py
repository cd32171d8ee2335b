"""What the server is doing before it can answer, shared by the start-up task, the gate and the health route."""

from dataclasses import dataclass


@dataclass
class Readiness:
    """The state of one server process; changed only by `prepare`."""

    ready: bool = False
    warm: bool = False
    step: str = "Starting"
    share: float = 0.0
    failure: str | None = None
    digest: str | None = None
    data_date: str | None = None

    def report(self, step: str, share: float) -> None:
        """Say what is being done now and how much of it is done; the shape of a build's progress callback."""
        if step != self.step:
            print(f"  {step} …", flush=True)
        self.step, self.share = step, share
