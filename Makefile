# Two commands for people: `make run` and `make test`. `make help` lists the rest.
# Each sets itself up: it makes .venv from a hash-locked file with python3.11 and pip, nothing else.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# Compiled modules are kept, whatever the machine says: each process would compile all of them anew.
export PYTHONDONTWRITEBYTECODE :=
NPM := npm --no-audit --no-fund --loglevel=error

.PHONY: help run demo test matrix check format lint types contracts openapi locales peers torture bench setup browsers pictures assets lock

help: ## What each command does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

# A stamp says which lock file .venv was made from; a changed lock makes the set-up run again.
# The lock is complete, so pip resolves nothing (--no-deps): with extras it would look at newer releases and stop.
define install
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing from $(1) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(1)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
endef

$(VENV)/.run: requirements.lock pyproject.toml
	$(call install,requirements.lock)

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch $(VENV)/.run

$(VENV)/.peers: requirements-peers.lock pyproject.toml
	$(call install,requirements-peers.lock)
	@touch $(VENV)/.run $(VENV)/.dev

setup: $(VENV)/.dev ## Make .venv with everything a developer needs

run: $(VENV)/.run ## Start the demo on SQLite and print its address
	@PRAKTIJKBEWIJS_MODE=demo $(BIN)/praktijkbewijs serve

demo: $(VENV)/.run ## The same, filled with believable people and badges
	@PRAKTIJKBEWIJS_MODE=demo $(BIN)/praktijkbewijs demo

test: $(VENV)/.dev ## Unit, property and database tests: no root, Node, server or network
	@$(BIN)/python -m pytest -n auto --dist loadfile -q

matrix: $(VENV)/.dev ## Every route, as everyone, about three organisations: is anything shown to the wrong one?
	@WHOLE_MATRIX=1 $(BIN)/python -m pytest -q -s tests/app/test_matrix.py

check: $(VENV)/.dev lint types contracts openapi locales browsers ## Everything that must hold before a commit lands
	@ALL_CASES=1 $(BIN)/python -m pytest -n auto --dist loadfile -q --cov --cov-report=term:skip-covered

lint: $(VENV)/.dev ## Format and ruff, all rules
	@$(BIN)/ruff format --check --quiet . || { echo "Run 'make format'."; exit 1; }
	@$(BIN)/ruff check --quiet .

types: $(VENV)/.dev ## mypy, strict
	@$(BIN)/mypy

contracts: $(VENV)/.dev ## Which room may import which
	@$(BIN)/lint-imports

openapi: $(VENV)/.dev ## Write openapi/openapi.json; under CI it must be unchanged
	@$(BIN)/praktijkbewijs openapi > openapi/openapi.json.new && mv openapi/openapi.json.new openapi/openapi.json
	@test -z "$$CI" || git diff --exit-code -- openapi/openapi.json

locales: $(VENV)/.dev ## Every sentence has its translation
	@$(BIN)/python tools/locales.py --check

browsers: $(VENV)/.dev ## The real pages in headless Chromium with axe, where Chromium and npm are
	@$(BIN)/python tools/browsers.py

pictures: $(VENV)/.dev ## Take the pictures of the docs from the real pages (needs Chromium)
	@DOCS_PICTURES=1 $(BIN)/python -m pytest -q -m browser tests/browser/test_chain.py tests/browser/test_line.py

format: $(VENV)/.dev ## Put the code in shape
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

peers: $(VENV)/.peers ## Do the libraries of others agree with us? (Node and PyPI peers)
	@cd tests/peers && $(NPM) ci --ignore-scripts
	@$(BIN)/python -m pytest -q -m peers tests/peers

torture: $(VENV)/.dev ## The long runs; PRAKTIJKBEWIJS_TORTURE=0.1 for a tenth
	@$(BIN)/python -m pytest -q -s -m torture tests

bench: $(VENV)/.peers ## Speed beside the peers: a table and build/bench.json
	@command -v npm >/dev/null || exit 0; cd tools/bench/lighthouse && PUPPETEER_SKIP_DOWNLOAD=1 $(NPM) ci --ignore-scripts
	@$(BIN)/python -m tools.bench

assets: ## Rebuild the vendored contexts, fonts and scripts from their registry packages (Node)
	@cd tools/assets && $(NPM) ci --ignore-scripts && node copy.mjs

lock: ## Renew the lock files (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group run pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev --group peers -c requirements-dev.lock pyproject.toml -o requirements-peers.lock
