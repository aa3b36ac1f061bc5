"""Open a page of the app without a browser and read what it says."""

from streamlit.testing.v1 import AppTest

from tests.own_code import ROOT

SAYING = ("title", "header", "subheader", "markdown", "warning", "info", "caption", "html")


def opened(page: str, **address: object) -> AppTest:
    """`page` is the stem of a file of pages/; the address is set before its first run."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    return "\n".join(str(one.value) for kind in SAYING for one in app.get(kind))
