PY ?= python3
BIN := .venv/bin

help: ## Say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(BIN)/uv:
	$(PY) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check "uv>=0.9,<1"
$(BIN)/.run: requirements.lock $(BIN)/uv
	$(BIN)/uv pip install -q -p .venv --require-hashes -r requirements.lock
	@touch $@
$(BIN)/.dev: requirements-dev.lock $(BIN)/.run
	$(BIN)/uv pip install -q -p .venv --require-hashes -r requirements-dev.lock
	@touch $@

lock: $(BIN)/uv ## Resolve the two lock files anew
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --all-extras --no-header --no-emit-index-url --no-annotate pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra postgres -c requirements-dev.lock pyproject.toml -o requirements.lock

.PHONY: help lock
