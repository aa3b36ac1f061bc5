"""An audit says what it found, and says plainly when it could not look."""

import json

from deploy.auditing import _index, verdict


def told(*packages: dict) -> str:
    return json.dumps({"dependencies": list(packages)})


SOUND = {"name": "polars", "version": "2.1.0", "vulns": []}
KNOWN = {
    "name": "pillow",
    "version": "13.0.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["13.0.1", "12.9.9"]}],
}


def test_nothing_known_is_said_with_how_many_were_looked_up():
    assert verdict(told(SOUND), "") == ("1 packages, 0 advisories.", 0)


def test_an_advisory_names_what_mends_it_and_fails():
    words, code = verdict(told(SOUND, KNOWN), "Found 1 known vulnerability")
    assert words.splitlines()[0] == "pillow 13.0.0: PYSEC-1, mended in 13.0.1 or 12.9.9"
    assert (words.splitlines()[-1], code) == ("2 packages, 1 advisories.", 1)


def test_a_package_that_was_not_looked_up_is_named_and_fails():
    words, code = verdict(told(SOUND, {"name": "own", "skip_reason": "not found"}), "")
    assert ("not looked up: own" in words, code) == (True, 1)


def test_no_index_is_said_plainly():
    complaints = "requests.exceptions.ConnectionError: HTTPSConnectionPool: Max retries exceeded"
    assert verdict("", complaints) == (
        "Not audited: the index of advisories could not be reached.",
        1,
    )


def test_a_mirror_without_advisories_is_no_clean_bill():
    words, code = verdict(told({"name": "polars", "skip_reason": "not found"}), "")
    assert (words.startswith("Not audited"), code) == (True, 1)


def test_any_other_fault_is_shown():
    assert verdict("", "no such option: --x")[0] == "Not audited: no such option: --x"


def test_another_index_may_be_asked():
    address = "https://advisories.example.org/v1/query"
    assert _index(None) == []
    assert _index(address)[-2:] == ["--osv-url", address]
