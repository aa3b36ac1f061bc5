"""One reader's browser tab: what it asked for, what it was sent, and when the page is finished."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
FINISHES_WITHIN_MS = 30_000
OWN_SCHEMES = ("data", "blob", "about", "chrome-error")

# Nothing runs, nothing is greyed out, every chart has been drawn.
DRAWN = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
  const waiting = '[data-stale=true], [data-testid=stSkeleton], [data-testid=stAppSkeleton]';
  return app && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector(waiting)
    && charts.every(chart => chart.querySelector('.main-svg, .js-plotly-plot'));
}"""

NEXT_FRAME = "() => new Promise(f => requestAnimationFrame(() => setTimeout(f, 50)))"


class Visit:
    """Wraps a Playwright page. Open an address with `open`, act through `rerun`."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.requests: list[str] = []
        self.refused: list[str] = []
        self.failures: list[str] = []
        self.bytes_received = 0
        self._asked = self._started = self._finished = 0
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.failures.append(f"browser script: {error}"))
        page.on("websocket", self._socket)

    def open(self, address: str = "") -> "Visit":
        """Open `address` (`council?council=LDS`) and wait until it is finished."""
        self._asked = self._started = self._finished = 0
        self.page.goto(f"{self.server}/{address.lstrip('/')}")
        self._wait_for_run(after=0)
        return self

    def rerun(self, action: Callable[[], object]) -> None:
        """Do what makes the page run again (a click, a choice) and wait until it has."""
        before = self._finished
        action()
        self._wait_for_run(after=before)

    def widths(self) -> Iterator[str]:
        """The page as it is open, and then narrowed: for what must hold at both."""
        yield "as opened"
        self.narrow()
        yield "narrowed"

    def narrow(self) -> None:
        """Make the window as narrow as a phone, where it stands."""
        across, down = WIDTHS["phone"]
        self.page.set_viewport_size({"width": across, "height": down})
        self.page.evaluate(NEXT_FRAME)
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked has been answered and drawn."""
        self._wait_for_run(after=0)

    def text(self) -> str:
        return self.page.locator("[data-testid=stApp]").inner_text()

    def other_hosts(self) -> list[str]:
        """Requests that left, or tried to leave, the server under test."""
        own = urlsplit(self.server).netloc
        left = [
            url
            for url in self.requests
            if urlsplit(url).netloc != own and urlsplit(url).scheme not in OWN_SCHEMES
        ]
        return left + self.refused

    def overflow_px(self) -> int:
        """By how much the page is wider than the screen."""
        return self.page.evaluate(
            "() => Math.max(...[document.documentElement, document.querySelector("
            "'[data-testid=stMain]')].filter(Boolean).map(e => e.scrollWidth - e.clientWidth))"
        )

    def _wait_for_run(self, after: int) -> None:
        """The socket tells of runs; the browser, some frames later, of what they drew."""
        waited = 0
        while self._finished <= after or self._finished < max(self._asked, self._started):
            if waited > FINISHES_WITHIN_MS:
                raise TimeoutError(
                    f"{self.page.url}: asked for {self._asked} runs, {self._started} started, "
                    f"{self._finished} finished."
                )
            self.page.wait_for_timeout(20)
            waited += 20
        self.page.wait_for_function(DRAWN, timeout=FINISHES_WITHIN_MS)
        self.page.evaluate(NEXT_FRAME)
        if self._finished < max(self._asked, self._started):
            self._wait_for_run(after)

    def _socket(self, socket: WebSocket) -> None:
        self.requests.append(socket.url.replace("ws", "http", 1))
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, payload: bytes | str) -> None:
        if isinstance(payload, bytes) and BackMsg.FromString(payload).HasField("rerun_script"):
            self._asked += 1

    def _received(self, payload: bytes | str) -> None:
        if not isinstance(payload, bytes):
            return
        self.bytes_received += len(payload)
        message = ForwardMsg.FromString(payload)
        kind = message.WhichOneof("type")
        self._started += kind == "new_session"
        self._finished += kind == "script_finished"
        if kind == "delta" and message.delta.new_element.HasField("exception"):
            thrown = message.delta.new_element.exception
            self.failures.append(f"{thrown.type}: {thrown.message}")

    def _console(self, message) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)
