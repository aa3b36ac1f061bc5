# make run     the dashboard, from a fresh clone        make test    every test
# make check   in under a minute: lint, types and the tests that need no edition
# make build   a new edition, from MIRROR=DIR or from the publishers' own addresses
SHELL := /bin/bash
.DEFAULT_GOAL := run
.PHONY: run replicas audit check test lint types unit mutants bench build clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LAW := data/build/judging.py $(wildcard inference/comparison/*.py inference/funnel/*.py) \
	$(addprefix data/build/ledger/,placing.py ordering.py public_bodies.py summing.py) \
	$(addprefix data/build/suppliers/,addresses.py families.py slugs.py) \
	data/payments/words/duty.toml
EDITION := $(wildcard data/edition/*.parquet data/ledger/*.parquet data/ledger_full/*.parquet)
# Tests that need neither the edition nor the publishers' files.
UNIT := tests/charts tests/inference tests/test_*.py $(addprefix tests/build/,privacy readers \
	suppliers wording test_periods.py test_records.py test_resolving.py test_tables.py)
MIRROR ?= $(PUBLIC_POUND_MIRROR)

run: $(VENV)/.runs data/councils.duckdb
	@$(BIN)/python serve.py

# N servers behind nginx on this machine, for demonstrations: make replicas N=2 ARGS="--port 8080"
replicas: $(VENV)/.runs data/councils.duckdb
	@$(BIN)/python -m deploy.replicas $(or $(N),2) $(ARGS)

# In their own order, since the browser's come last: see tests/browser/conftest.py.
test: $(VENV)/.tests data/councils.duckdb
	@$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder $(ARGS)

check: lint types unit

lint: $(VENV)/.tests
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: $(VENV)/.tests
	@$(BIN)/mypy

unit: $(VENV)/.tests
	@$(BIN)/python -m pytest -q -n auto --dist loadgroup --no-loadscope-reorder $(UNIT) $(ARGS)

# Long, by hand: is every small change to the rules of comparison told by a test?
mutants: $(VENV)/.tests
	@$(BIN)/python -m tests.mutants $(ARGS)

# Known advisories against the locked packages. The tool has an environment of its own: it is none of
# the project's packages. It asks another host, so it is run by hand; PUBLIC_POUND_ADVISORIES names one
# that speaks OSV's language.
AUDIT := $(VENV)/audit
audit: $(BIN)/python
	@test -x $(AUDIT)/bin/pip-audit || { $(BIN)/python -m venv $(AUDIT) && \
	  $(AUDIT)/bin/python -m pip install -qq --disable-pip-version-check pip-audit==2.10.1; } || { \
	  echo "Not audited: pip-audit could not be installed (no package index was reached)."; exit 1; }
	@$(BIN)/python -m deploy.auditing $(AUDIT)/bin/pip-audit

bench: $(VENV)/.tests data/councils.duckdb
	@$(BIN)/python -m benchmarks $(if $(MIRROR),--mirror "$(MIRROR)") $(ARGS)

build: $(VENV)/.runs
	$(BIN)/python -m data.build $(if $(MIRROR),--mirror "$(MIRROR)") $(ARGS)

# Assembled again whenever a table of the edition, the contract with its views, or the law by which
# the judgements in it are made, is newer.
data/councils.duckdb: $(EDITION) $(LAW) data/schema.sql data/comparison.sql data/put_together.sql data/ledger.sql | $(VENV)/.runs
	@$(BIN)/python -m data.build assemble

# Stamps: packages are installed again only when the list of them changes.
$(VENV)/.runs: requirements.txt | $(BIN)/python
	@echo "Installing packages (about a minute, once)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements.txt requirements-dev.txt | $(BIN)/python
	@echo "Installing packages for the tests (about a minute, once)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.runs $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Public Pound needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true). Name another: make run PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python could not make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; exit 2; }

clean:
	rm -rf $(VENV) data/councils.duckdb data/councils.duckdb.sha256 static/maps static/downloads .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
