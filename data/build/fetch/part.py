"""The unfinished download beside its final place: ``name.part`` and what is needed to resume."""

import contextlib
import json
import re
from pathlib import Path

from requests import Response


class Part:
    """Bytes so far, with the address and validator (ETag, Last-Modified) they belong to.

    A kill at any moment leaves either no ``.part``, one that resumes, or one whose note does not
    fit and which is therefore thrown away.
    """

    def __init__(self, final: Path) -> None:
        self.final = final
        self.path = final.with_name(final.name + ".part")
        self._note = final.with_name(final.name + ".part.json")

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def finish(self) -> None:
        """Put the whole, verified file in its final place in one step."""
        self.path.replace(self.final)
        self._note.unlink(missing_ok=True)

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def resume_headers(self, url: str) -> dict[str, str]:
        """Headers that ask for the rest of the same edition; none when that can't be asked."""
        note = self._read_note()
        validator = note.get("etag") or note.get("last_modified")
        if not self.size() or note.get("url") != url or not validator:
            return {}
        return {"Range": f"bytes={self.size()}-", "If-Range": validator}

    def begin(self, url: str, answer: Response) -> None:
        """Start over with a whole answer (200), and note what it may be resumed by."""
        self.discard()
        self._note.write_text(json.dumps({"url": url, **_validators(answer)}), encoding="utf-8")

    def continued_by(self, answer: Response) -> bool:
        """Whether a 206 carries on exactly where these bytes end, in the same edition.

        Some servers honour Range but not If-Range; what their headers say is compared here.
        """
        note, now = self._read_note(), _validators(answer)
        start = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
        same = all(note.get(key) in ("", value) for key, value in now.items() if value)
        return bool(start) and int(start[1]) == self.size() and same and not encoded(answer)

    def _read_note(self) -> dict[str, str]:
        with contextlib.suppress(OSError, ValueError):
            note = json.loads(self._note.read_text(encoding="utf-8"))
            return note if isinstance(note, dict) else {}
        return {}


def encoded(answer: Response) -> bool:
    """Whether the body travels compressed, although plain bytes were asked for."""
    return answer.headers.get("Content-Encoding", "identity").lower() != "identity"


def _validators(answer: Response) -> dict[str, str]:
    """ETag and Last-Modified fit for If-Range; empty where offsets would not be the file's."""
    etag = answer.headers.get("ETag", "")
    strong = etag if etag.startswith('"') else ""  # a weak one does not promise equal bytes
    modified = answer.headers.get("Last-Modified", "")
    return (
        dict.fromkeys(("etag", "last_modified"), "")
        if encoded(answer)
        else {
            "etag": strong,
            "last_modified": modified,
        }
    )
