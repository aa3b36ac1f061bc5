"""What serve.py gives a browser besides the pages."""

from urllib.request import Request, urlopen

from components.branding import brand
from tests.browser.server import Server
from tests.browser.visit import Visit


def colour(visit: Visit, of: str) -> str:
    """A computed colour of the page as `#rrggbb`."""
    app = visit.page.locator("[data-testid=stApp]")
    said = app.evaluate("(app, of) => getComputedStyle(app)[of]", of)
    return "#" + "".join(f"{int(part):02x}" for part in said.strip("rgb()").split(","))


def transferred_bytes(visit: Visit) -> int:
    """What the scripts of the open page cost on the wire; nothing when they were kept."""
    return visit.page.evaluate(
        "() => performance.getEntriesByType('resource')"
        ".filter(one => one.name.includes('/static/js/'))"
        ".reduce((sum, one) => sum + one.transferSize, 0)"
    )


def test_the_page_wears_the_colours_of_the_brand(desktop: Visit):
    desktop.open()
    assert colour(desktop, "color") == brand().colours.text
    assert colour(desktop, "backgroundColor") == brand().colours.ground


def test_scripts_arrive_packed_and_are_kept_for_a_year(cold: Visit):
    answers = []
    cold.page.on("response", lambda answer: answers.append(answer))
    cold.open()
    scripts = [one for one in answers if "/static/js/" in one.url]
    assert scripts
    for script in scripts:
        assert "immutable" in script.headers["cache-control"]
        if int(script.headers["content-length"]) > 2_000:
            assert script.headers["content-encoding"] in {"br", "gzip"}, script.url


def test_a_second_visit_fetches_no_script_again(cold: Visit):
    assert transferred_bytes(cold.open()) > 0
    assert transferred_bytes(cold.open()) == 0


def test_health_and_its_headers(server: Server):
    with urlopen(Request(f"{server.url}/_stcore/health"), timeout=5) as answer:
        assert answer.status == 200
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_the_server_has_nothing_to_complain_of(server: Server, desktop: Visit):
    desktop.open()
    assert "Traceback" not in server.said()
