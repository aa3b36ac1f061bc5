"""Download from the publisher: attempts, where it is now, the check, the final place."""

from collections.abc import Callable
from pathlib import Path

from requests import Session
from rich.progress import Progress

from data.build.fetch import govuk, statswales
from data.build.fetch.errors import FetchError, Moved, NoAddress, TooLarge, Unreachable
from data.build.fetch.limits import Limits
from data.build.fetch.meter import Meter
from data.build.fetch.part import Part
from data.build.fetch.places import content_path
from data.build.fetch.transfer import Received, Transient, receive
from data.build.fetch.verify import Found, Report, check, matches
from data.build.records import Addressed, SourceFile


def has_address(file: SourceFile) -> bool:
    """Whether there is anything to download from; a landing page alone is for people."""
    return bool(file.url or file.govuk_slug or file.statswales)


def place_of(where: Addressed) -> str:
    """An address for people: of the file, or where its name is not known of the page with it."""
    if where.url and not govuk.asset_alone(where.url):
        return where.url
    if where.govuk_slug:
        return govuk.page_of(where.govuk_slug)
    return where.url or statswales.page_of(where.statswales)


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
        received = present(session, file, lambda: wanted_name(file), part, limits, meter)
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


def wanted_name(file: SourceFile) -> str:
    """The publisher's name of the file: that of its address, else that of the record."""
    own = Path(content_path(file)).name
    if not file.url or govuk.asset_alone(file.url):
        return own
    return govuk.file_name(file.url) or own


def present(
    session: Session,
    where: Addressed,
    name: Callable[[], str],
    part: Part,
    limits: Limits,
    meter: Meter,
) -> Received:
    """From the recorded address, or from where gov.uk or StatsWales says the file is now.

    ``name`` gives the file's name, if gov.uk has to be asked for it.
    """
    asset = govuk.asset_alone(where.url)
    if where.url and not asset:
        try:
            return _attempts(session, where.url, part, limits, meter)
        except Moved:
            if not (where.govuk_slug or where.statswales):
                raise
    if where.statswales:
        url = statswales.present_address(session, where.statswales, limits)
    elif where.govuk_slug:
        url = govuk.present_address(session, where.govuk_slug, name(), limits, asset)
    else:
        raise NoAddress(f"No direct address is known for {name()}.")
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
