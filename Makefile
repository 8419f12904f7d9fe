# Everything runs in .venv, which is made afresh when the dependencies change.
PYTHON ?= python3
BIN := .venv/bin
SPELLS = $(BIN)/python -c "from generator.spelling import swedish_speller; swedish_speller()" 2>/dev/null

.PHONY: build test check bench clean dictionary

build: .venv/installed
	$(BIN)/basutbud build

check: .venv/installed
	$(BIN)/basutbud check

test: .venv/installed-dev dictionary
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -rs

bench: .venv/installed-dev
	$(BIN)/python benchmarks/bench.py

# The dictionary is the system's: what spelling is held against is neither ours to bundle nor pip's to install.
dictionary: .venv/installed-dev
	@$(SPELLS) || { test "$$(id -u)" = 0 && { apt-get install -qq -y hunspell-sv || { apt-get update -qq && apt-get install -qq -y hunspell-sv; }; } >/dev/null 2>&1; } || true
	@$(SPELLS) || echo "hunspell-sv is missing, and could not be installed from here: apt install hunspell-sv. The tests in tests/test_spelling.py that need the real dictionary are NOT RUN." >&2

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "basutbud needs Python 3.11 or later: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
