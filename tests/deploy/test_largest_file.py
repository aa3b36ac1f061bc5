"""The largest file that a page takes passes each of the three that could refuse it."""

import re
import tomllib

from benchmarks.attacks.sending import MOST_BYTES, form
from tests.own_code import ROOT
from web.bounds import LARGEST_UPLOAD_BYTES

MEGABYTE = 1024 * 1024


def test_the_largest_file_and_its_form_pass_our_own_bound():
    assert len(form(b"")) + MOST_BYTES < LARGEST_UPLOAD_BYTES


def test_streamlit_and_nginx_refuse_nothing_that_our_bound_lets_pass():
    """Streamlit goes by the whole form's length: with 20 a file of exactly 20 MB was refused."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    (nginx,) = re.findall(
        r"client_max_body_size (\d+)m;", (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    )
    for megabytes in (settings["server"]["maxUploadSize"], int(nginx)):
        assert megabytes * MEGABYTE >= LARGEST_UPLOAD_BYTES
