"""A service: which councils run it, and which of them may be compared."""

from datetime import date
from pathlib import Path

from pydantic import model_validator

from data.build.records.record import Record, checked, content_of


class Duty(Record):
    """One council's duty to run a service; where it moved, between which days, and why."""

    group: str
    starts: date | None = None
    ends: date | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def a_moved_duty_says_why(self) -> "Duty":
        if (self.starts or self.ends) and not self.reason:
            raise ValueError("a duty that began or ended says why: reason")
        return self


class Service(Record):
    """``groups``: classes that may be compared; ``councils``: single ones, a group or a duty."""

    service: str
    plain_name: str
    official_name: str
    explanation: str
    not_decided_because: str | None = None
    groups: dict[str, list[str]]
    councils: dict[str, str | Duty] = {}

    def duties(self) -> dict[str, Duty]:
        """The single councils, each with its duty."""
        return {
            council: duty if isinstance(duty, Duty) else Duty(group=duty)
            for council, duty in self.councils.items()
        }


def load_services(path: Path) -> list[Service]:
    """Read the services in their order on the page."""
    return [checked(Service, entry, path) for entry in content_of(path)["service"]]
