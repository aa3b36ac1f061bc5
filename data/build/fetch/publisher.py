"""Download from the publisher: attempts, the gov.uk fallback, the check, the final place."""

from pathlib import Path

from requests import Session
from rich.progress import Progress

from data.build.fetch import govuk
from data.build.fetch.errors import FetchError, Moved, NoAddress, TooLarge, Unreachable
from data.build.fetch.limits import Limits
from data.build.fetch.meter import Meter
from data.build.fetch.part import Part
from data.build.fetch.places import content_path
from data.build.fetch.transfer import Received, Transient, receive
from data.build.fetch.verify import Found, Report, check, matches
from data.build.records import SourceFile


def has_address(file: SourceFile) -> bool:
    """Whether there is anything to download from; a landing page alone is for people."""
    return bool(file.url or file.govuk_slug)


def from_publisher(
    file: SourceFile,
    final: Path,
    *,
    limits: Limits,
    progress: Progress | None,
    accept: bool,
    report: Report,
) -> Path:
    """Bring ``file`` to ``final``, verified. An interrupted download is kept as ``.part``."""
    final.parent.mkdir(parents=True, exist_ok=True)
    part = Part(final)
    with Meter(progress, final.name) as meter, Session() as session:
        received = _present(session, file, part, limits, meter)
        if received.resumed and not matches(file, _found(part, received)):
            # Two editions may have been joined where a server has poor validators.
            part.discard()
            received = _attempts(session, received.url, part, limits, meter)
    try:
        check(file, _found(part, received), accept=accept, report=report)
    except FetchError:
        part.discard()
        raise
    part.finish()
    return final


def _present(
    session: Session, file: SourceFile, part: Part, limits: Limits, meter: Meter
) -> Received:
    """From the recorded address, or from where gov.uk says the file is now."""
    if not has_address(file):
        raise NoAddress(f"No direct address is known for {file.path}.")
    if file.url:
        try:
            return _attempts(session, file.url, part, limits, meter)
        except Moved:
            if not file.govuk_slug:
                raise
    name = govuk.file_name(file.url) or Path(content_path(file)).name
    url = govuk.present_address(session, file.govuk_slug, name, limits)
    return _attempts(session, url, part, limits, meter)


def _attempts(session: Session, url: str, part: Part, limits: Limits, meter: Meter) -> Received:
    why = ""
    for attempt in range(limits.attempts):
        try:
            return receive(session, url, part, limits, meter)
        except Transient as error:
            why = str(error)
            if attempt + 1 < limits.attempts:
                limits.pause(limits.wait_s(attempt, error.wait_s))
        except TooLarge:
            part.discard()
            raise
    raise Unreachable(f"{url} could not be downloaded (attempts: {limits.attempts}): {why}.")


def _found(part: Part, received: Received) -> Found:
    return Found(
        part.path,
        origin=received.url,
        whole=received.whole,
        content_type=received.content_type,
        last_modified=received.last_modified,
    )
