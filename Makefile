# Everything runs in .venv, which is made afresh when the dependencies change.
PYTHON ?= python3
BIN := .venv/bin
SPELLS = $(BIN)/python -c "from generator.spelling import swedish_speller; swedish_speller()" 2>/dev/null
BROWSES = { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
# Installs a package of the system's, quietly, where that can be done.
INSTALL = { test "$$(id -u)" = 0 && { apt-get install -qq -y --no-install-recommends $(1) || { apt-get update -qq && apt-get install -qq -y --no-install-recommends $(1); }; } >/dev/null 2>&1 </dev/null; } || true

.PHONY: build test check bench clean dictionary browser screenshots

build: .venv/installed
	$(BIN)/basutbud build

check: .venv/installed
	$(BIN)/basutbud check

test: .venv/installed-dev dictionary browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -rs --numprocesses auto --maxprocesses 4 --dist worksteal

bench: .venv/installed-dev
	$(BIN)/python benchmarks/bench.py

# The dictionary is the system's: what spelling is held against is neither ours to bundle nor pip's to install.
dictionary: .venv/installed-dev
	@$(SPELLS) || $(call INSTALL,hunspell-sv)
	@$(SPELLS) || echo "hunspell-sv is missing, and could not be installed from here: apt install hunspell-sv. The tests in tests/test_spelling.py that need the real dictionary are NOT RUN." >&2

# The browser is the system's too, and npm, which fetches what checks the pages' HTML.
browser:
	@$(BROWSES) || $(call INSTALL,chromium)
	@$(BROWSES) || echo "chromium is missing, and could not be installed from here: apt install chromium. The tests in tests/browser that need a browser are NOT RUN." >&2
	@command -v npm >/dev/null || $(call INSTALL,npm)
	@$(MAKE) --silent tests/browser/node_modules/installed || echo "npm is missing, or could not fetch html-validate: apt install npm. The tests in tests/browser/test_html.py are NOT RUN." >&2

tests/browser/node_modules/installed: tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc
	@cd tests/browser && npm ci --silent
	@touch $@

# The pictures of the site that the README shows.
screenshots: .venv/installed-dev browser
	PYTHONPATH=tests $(BIN)/python tests/browser/screenshots.py

clean:
	rm -rf .venv tests/browser/node_modules build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
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
