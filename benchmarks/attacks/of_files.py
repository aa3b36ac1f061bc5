"""Files that are sent: too many, too large, never coming, for no page; and such as grow."""

import asyncio
import gzip
import io
import time
import zipfile
from collections import Counter
from collections.abc import Mapping

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from benchmarks.attacks import OTHERS
from benchmarks.attacks.http import half, status
from benchmarks.attacks.of_pages import opened, rerun
from benchmarks.attacks.sending import MOST_BYTES, UPLOADS, form, passed, put

READ_WITHIN_S = 200
HEADER = "Date,Supplier,Department,Amount\n"
ROW = "01/04/2024,Acme Ltd,Roads,750.00\n"


def many(port: int) -> tuple[int, Counter[str]]:
    """Thirty of 20 MB for one open page, which never had a place for a file."""

    async def sent() -> Counter[str]:
        page = await opened(port)
        await page.send(rerun().SerializeToString())
        session = ForwardMsg.FromString(await page.recv()).new_session.initialize.session_id
        answers = await asyncio.to_thread(_sent, port, session, [MOST_BYTES] * 30)
        await page.close()
        return answers

    return 30, asyncio.run(sent())


def for_no_page(port: int) -> tuple[int, Counter[str]]:
    """Ten for a page that nobody has open."""
    return 10, _sent(port, "00000000-0000-0000-0000-000000000000", [MOST_BYTES] * 10)


def at_the_bound(port: int) -> tuple[int, Counter[str]]:
    """One of exactly 20 MB, one of a byte more, one that does not say how long it is."""

    async def sent() -> Counter[str]:
        page = await opened(port)
        await page.send(rerun().SerializeToString())
        session = ForwardMsg.FromString(await page.recv()).new_session.initialize.session_id
        answers = Counter[str]()
        for what, size in {"20 MB": MOST_BYTES, "a byte more": MOST_BYTES + 1}.items():
            (got,) = await asyncio.to_thread(_sent, port, session, [size])
            answers[f"{what}: {got}"] += 1
        chunked = {"Transfer-Encoding": "chunked", **passed(port)}
        path = f"{UPLOADS}/{session}/9"
        got = await asyncio.to_thread(status, port, "PUT", path, b"0\r\n\r\n", chunked)
        answers[f"no length: {got}"] += 1
        await page.close()
        return answers

    return 3, asyncio.run(sent())


def never_coming(port: int) -> tuple[int, Counter[str]]:
    """Two of each of three clients, a byte each: all places for files. Then an honest one's."""
    words = f"PUT {UPLOADS}/a/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n"
    words += "".join(f"{name}: {value}\r\n" for name, value in passed(port).items())
    held = [half(port, f"{words}\r\n-".encode(), one) for one in OTHERS for _ in range(2)]
    answers = Counter({"held": len(held)})
    for after_s in (1, 68):
        time.sleep(after_s)
        got = _sent(port, "00000000-0000-0000-0000-000000000000", [1_000])
        answers.update(f"another's {one} after {after_s} s" for one in got)
    for one in held:
        one.close()
    return len(held), answers


def _sent(port: int, session: str, sizes: list[int]) -> Counter[str]:
    headers = passed(port)
    return Counter(
        put(port, f"{UPLOADS}/{session}/{number}", form(b"x" * size), headers)[0]
        for number, size in enumerate(sizes)
    )


def members(port: int) -> tuple[int, Counter[str]]:
    """A zip of sixty thousand files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for number in range(60_000):
            whole.writestr(f"{number}.csv", b"a")
    return _read(port, "many.zip", made.getvalue())


def zips_in_zips(port: int) -> tuple[int, Counter[str]]:
    """Forty times ninety million zeros, in a few kilobytes."""
    inner = _zipped({"bomb.csv": b"0" * 90_000_000})
    return _read(port, "nested.zip", _zipped({f"{n}.zip": inner for n in range(40)}))


def growing(port: int) -> tuple[int, Counter[str]]:
    """Rows of which every second will be set aside, some 70 KB of them compressed: with fewer good
    ones between them they do not read as payments."""
    rows = (ROW + "01/04/2024,Acme Ltd,Roads,no amount\n") * 300_000
    return _read(port, "aside.csv.gz", gzip.compress((HEADER + rows).encode(), 9))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return made.getvalue()


def _read(port: int, name: str, content: bytes) -> tuple[int, Counter[str]]:
    """What Check your file says of it."""
    return 1, Counter([asyncio.run(_checked(port, name, content))])


async def _checked(port: int, name: str, content: bytes) -> str:
    page = await opened(port)
    await page.send(rerun("data", "section=check").SerializeToString())
    messages = await _until_finished(page)
    (place,) = [
        part.file_uploader.id
        for message in messages
        if (part := message.delta.new_element).WhichOneof("type") == "file_uploader"
    ]
    asking = BackMsg()
    asking.file_urls_request.request_id = "1"
    asking.file_urls_request.file_names.append(name)
    asking.file_urls_request.session_id = messages[0].new_session.initialize.session_id
    await page.send(asking.SerializeToString())
    while (message := ForwardMsg.FromString(await page.recv())).WhichOneof("type") != (
        "file_urls_response"
    ):
        pass
    (urls,) = message.file_urls_response.file_urls
    headers = await asyncio.to_thread(passed, port)
    body = form(content, name)
    sent, _ = await asyncio.to_thread(put, port, urls.upload_url, body, headers)
    again, began = rerun("data", "section=check"), time.monotonic()
    state = again.rerun_script.widget_states.widgets.add(id=place)
    file = state.file_uploader_state_value.uploaded_file_info.add(name=name, size=len(content))
    file.file_id = urls.file_id
    file.file_urls.CopyFrom(urls)
    await page.send(again.SerializeToString())
    said = _words(await _until_finished(page))
    await page.close()
    size = f"{len(content) / 1000:,.0f} KB"
    return f"{size}: {sent}; after {time.monotonic() - began:.0f} s: {said}"


async def _until_finished(page: ClientConnection) -> list[ForwardMsg]:
    messages = []
    async with asyncio.timeout(READ_WITHIN_S):
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(await page.recv()))
    return messages


def _words(messages: list[ForwardMsg]) -> str:
    """The first warning, or how many lists were told of."""
    parts = [message.delta.new_element for message in messages]
    warned = [part.alert.body for part in parts if part.WhichOneof("type") == "alert"]
    failed = sum(part.WhichOneof("type") == "exception" for part in parts)
    sent = sum(message.ByteSize() for message in messages)
    first = warned[0][:90] if warned else f"{len(parts)} elements"
    return f"{first} ({sent / 1000:,.0f} KB of page)" + (f", {failed} ERRORS" if failed else "")
