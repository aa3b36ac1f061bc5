"""What can go wrong when a source file is wanted, each as a sentence a newcomer can act on."""


class FetchError(Exception):
    """A source file that could not be had.

    ``what`` says what happened; ``advice`` (added by the caller that knows the landing page and
    the folders) says what to do about it. The text of the error is both.
    """

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = ""

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class UnsafePath(FetchError):
    """A record names a place outside the folder it belongs in."""


class NotInMirror(FetchError):
    """The mirror folder has no such file."""


class Damaged(FetchError):
    """The bytes are not those of the record, and are not a whole file of its kind either."""


class OtherEdition(FetchError):
    """A whole and plausible file whose sha256 is not that of the record."""


class NoAddress(FetchError):
    """The record knows a landing page only; somebody has to fetch the file by hand."""


class Moved(FetchError):
    """The publisher answers, but not with this file (401, 403, 404, 410)."""


class Refused(FetchError):
    """An answer no retry would change: another 4xx, a redirect loop, a downgrade to http."""


class NotTheFile(FetchError):
    """Something else came in the file's place, such as a web page where a CSV belongs."""


class TooLarge(FetchError):
    """More bytes than any source should have; the download was stopped."""


class Unreachable(FetchError):
    """Every permitted attempt failed: no connection, stalls, interruptions, 429 or 5xx."""


class NotWritten(FetchError):
    """The disk would not take or give the file."""


class SeveralMissing(FetchError):
    """More than one file could not be had; ``errors`` maps each path to its own error."""

    def __init__(self, errors: dict[str, FetchError], untried: int) -> None:
        lines = [f"{len(errors)} source files could not be had:"]
        lines += [f"- {error}" for error in errors.values()]
        if untried:
            lines.append(f"The network seems to be down: {untried} further files were not tried.")
        super().__init__("\n".join(lines))
        self.errors = errors
        self.untried = untried
