"""Answers from a process beside the server are those of a thread, and one that dies is replaced."""

import os
import time
from functools import partial

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tests.web.running import run
from web.api import apart as module
from web.api.apart import Apart
from web.api.problems import Problem
from web.api.routes import _made, _of
from web.feeds.answering import _feed


def echo(request: Request) -> Response:
    asked = request.scope["query_string"].decode()
    if asked == "die":
        os._exit(1)
    if asked == "slow":
        time.sleep(60)
    if asked == "refuse":
        raise Problem("unknown-value", "No such.", {"Retry-After": "1"}, nearest=["a"])
    told = f"{request.path_params['path']} {asked} {request.headers['accept']} {os.getpid()}"
    return Response(told, 203, {"ETag": "x"}, "text/csv")


def request(asked: str) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/api/v1/values",
            "path_params": {"path": "values"},
            "query_string": asked.encode(),
            "headers": [(b"accept", b"text/csv")],
            "app": object(),  # what cannot cross stays here
            "state": lambda: None,
        }
    )


def test_an_answer_crosses_whole():
    async def asked():
        apart = Apart()
        try:
            return await apart.response(echo, request("a=1"))
        finally:
            apart.close()

    got = run(asked())
    path, query, accept, process = got.body.decode().split()
    assert (got.status_code, path, query, accept) == (203, "values", "a=1", "text/csv")
    assert int(process) != os.getpid()
    assert got.headers["etag"] == "x" and int(got.headers["content-length"]) == len(got.body)


def test_it_reads_the_edition_that_the_server_reads(world):
    async def asked():
        apart = Apart()
        try:
            rows = await apart.response(partial(_made, _of), request("limit=1"))
            feed = partial(_feed, author="Ours")
            news = request("council=aldby")
            news.scope["path_params"] = {"path": "payments.atom"}
            return rows, await apart.response(partial(_made, feed), news)
        finally:
            apart.close()

    rows, news = run(asked())
    assert b"2025-01-01-world" in rows.body
    assert news.status_code == 200 and b"Aldby" in news.body


def test_a_problem_crosses_and_a_process_that_dies_or_hangs_is_replaced(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_S", 20.0)

    async def asked():
        apart, met = Apart(), []
        try:
            for one in ("refuse", "die", "a=1"):
                try:
                    met.append((await apart.response(echo, request(one))).status_code)
                except Problem as problem:
                    met.append((problem.kind, problem.headers, problem.more))
            monkeypatch.setattr(module, "LONGEST_S", 0.5)
            with pytest.raises(Problem, match="too long"):
                await apart.response(echo, request("slow"))
            monkeypatch.setattr(module, "LONGEST_S", 20.0)
            met.append((await apart.response(echo, request("a=2"))).status_code)
            return met
        finally:
            apart.close()

    refused, died, *fine = run(asked())
    assert refused == ("unknown-value", {"Retry-After": "1"}, {"nearest": ["a"]})
    assert died[0] == "busy" and fine == [203, 203]
