"""Open a page of the app without a browser and read what it says."""

from streamlit.testing.v1 import AppTest

from tests.own_code import ROOT

SAYING = ("title", "header", "subheader", "markdown", "warning", "info", "caption", "html")


def opened(page: str, /, **address: object) -> AppTest:
    """`page` is the stem of a file of pages/; the address is set before its first run.

    Only Home runs with the frame of app.py round it: AppTest runs other pages by themselves.
    Every tab is open, as `tabs=all` in the address has it, unless the address says otherwise.
    """
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if page != "home":
        app.switch_page(f"pages/{page}.py")
    for name, value in ({"tabs": "all"} | address).items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    return "\n".join(str(one.value) for kind in SAYING for one in app.get(kind))


def choice(app: AppTest, name: str):
    """The list that a parameter of the address chooses from."""
    return next(one for one in app.selectbox if one.key.split(" ")[0] == name)
