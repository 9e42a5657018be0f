PY ?= python3
BIN := .venv/bin
PYTEST ?= -q -n 2

help: ## Say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: $(BIN)/.run ## Try it: a made-up commune on http://localhost:8000, with a sign-in for each role
	$(BIN)/python -m api demo

install: $(BIN)/.run ## Install what the program needs to run, into .venv

serve: $(BIN)/.run ## Start for real use, with the settings of .env
	$(BIN)/python -m api serve

test: ready ## Check everything: both databases, the front end, the journeys in Chromium
	@$(BIN)/python -m pytest $(PYTEST)

lint: ready ## Check types and style, of Python and of the front end
	$(BIN)/ruff check api migrations tests bench
	$(BIN)/mypy
	@if test -d tests/pwa/node_modules; then npm --prefix tests/pwa run --silent check; else echo "no Node.js here: the front end is not checked"; fi

bench: ready ## Measure speed, as ratios to limits measured in the same run
	$(BIN)/python -m bench

contract: $(BIN)/.run ## Write docs/openapi.json and the front end's types anew, after a change of the API
	$(BIN)/python -m api openapi

lock: $(BIN)/uv ## Resolve the two lock files anew
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra dev --extra postgres --no-header --no-emit-index-url --no-annotate pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra postgres -c requirements-dev.lock pyproject.toml -o requirements.lock

ready: $(BIN)/.dev tests/pwa/node_modules/.ready ## Install what the checks need

$(BIN)/uv:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PY=python3.12")'
	$(PY) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check "uv>=0.9,<1"
$(BIN)/.run: requirements.lock $(BIN)/uv
	$(BIN)/uv pip install -q -p .venv --require-hashes -r requirements.lock
	@touch $@
$(BIN)/.dev: requirements-dev.lock $(BIN)/.run
	$(BIN)/uv pip install -q -p .venv --require-hashes -r requirements-dev.lock
	@touch $@
# Not `npm ci`: that stops where a registry lacks the optional programs of other systems.
tests/pwa/node_modules/.ready: tests/pwa/package-lock.json
	@if command -v npm >/dev/null; then npm --prefix tests/pwa install --no-save --silent && touch $@; fi

.PHONY: help install run serve test lint bench contract lock ready
