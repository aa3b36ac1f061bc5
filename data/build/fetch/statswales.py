"""StatsWales: a dataset has an id for good, and its API gives the newest revision.

https://api.stats.gov.wales/v2/<id> describes a published dataset; <id>/data?format=csv is all of
its rows, streamed.
"""

from urllib.parse import urljoin

import requests
from requests import Session

from data.build.fetch import redirects
from data.build.fetch.errors import Moved
from data.build.fetch.limits import Limits
from data.build.fetch.transfer import HEADERS

API = "https://api.stats.gov.wales/v2/"
PAGES = "https://stats.gov.wales/en-GB/"


def present_address(session: Session, dataset: str, limits: Limits) -> str:
    """The address of all rows of a dataset as CSV, once StatsWales says that it publishes it.

    Asked first because the address of the rows of a dataset that was withdrawn answers as an
    address that never was.
    """
    address = urljoin(API, dataset)
    try:
        with redirects.get(session, address, HEADERS, limits) as answer:
            if answer.status_code == 404:
                raise Moved(
                    f"StatsWales publishes no dataset {dataset} any more ({address}, answer 404): "
                    "it has been withdrawn or replaced by one with another id."
                )
            if answer.status_code != 200:
                raise Moved(f"StatsWales answered {answer.status_code} for {address}.")
            said = answer.json()
    except requests.RequestException as error:
        raise Moved(f"StatsWales did not say whether it has the dataset ({address}).") from error
    except ValueError as error:
        raise Moved(f"StatsWales' answer at {address} describes no dataset.") from error
    if not isinstance(said, dict) or said.get("id") != dataset:
        raise Moved(f"StatsWales' answer at {address} describes no dataset, or another one.")
    return f"{address}/data?format=csv"


def page_of(dataset: str) -> str:
    """The page for people."""
    return urljoin(PAGES, dataset)
