# The two commands a newcomer needs: `make run` and `make test`. Everything else is for the people who build it.
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE=
export DJANGO_SETTINGS_MODULE=askwell.settings

.PHONY: run test test-only check bench eval accuracy demo lock format clean

run: $(VENV)/.run
	@$(BIN)/askwell

demo: $(VENV)/.run
	@$(BIN)/askwell demo today

test: $(VENV)/.dev
	@./tools/servers.sh
	@$(MAKE) --no-print-directory check
	$(BIN)/pytest

# The tests alone, e.g. on another Python: make test-only VENV=.venv-3.13 PYTHON=python3.13 TESTS=tests/guide
test-only: $(VENV)/.dev
	$(BIN)/pytest $(TESTS)

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py tests/test_docs.py

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/.dev
	$(BIN)/python -m tests.eval

# The same, written into docs/accuracy.md.
accuracy: $(VENV)/.dev
	$(BIN)/python -m tests.eval --write

bench: $(VENV)/.dev
	$(BIN)/python -m bench

# Pinned dependencies with their hashes, and no name of any index or host.
lock:
	uv pip compile pyproject.toml --extra server --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --extra server --group dev --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-dev.lock

$(VENV)/.run: requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" ./tools/venv.sh "$(VENV)" requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	@PYTHON="$(PYTHON)" ./tools/venv.sh "$(VENV)" requirements-dev.lock
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
