# One door for people and for CI. `make` alone tells what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SYSTEM := build/.system-ready
OTHER_SQLCIPHER := build/other-sqlcipher
# Two workers at least, so that the suite is quick on two cores.
WORKERS ?= 2

.PHONY: help setup demo run test check format bench evaluate screenshots clean faults lock

help:
	@echo "make demo         set up, run the main job end to end, open the window if there is a screen"
	@echo "make run          open the window"
	@echo "make test         set up and run the whole suite"
	@echo "make check        format, lint, types, import contracts, fast tests (under a minute)"
	@echo "make bench        print speed and size as ratios to floors measured in the same run"
	@echo "make evaluate     print how many possible identifiers are found, by kind, on sentences held apart"
	@echo "make faults       attack the vault in full number and print one table (FAULTS=--quick: a tenth)"
	@echo "make screenshots  write every screen to build/screens/"
	@echo "make clean        remove what was made"

setup: $(READY) $(SYSTEM)

$(SYSTEM): packaging/system_packages.sh
	@mkdir -p build
	@sh packaging/system_packages.sh
	@touch $@

$(READY): packaging/requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Afterword needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "Python's venv is missing: install python3-venv."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	$(BIN)/python packaging/demo.py

run: setup
	$(BIN)/python -m app

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n $(WORKERS) -m "not slow"

test: setup $(OTHER_SQLCIPHER)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS)

# A second, older SQLCipher build, kept apart because both packages use one module name.
# The suite opens our journals with it, as a stranger would.
$(OTHER_SQLCIPHER): packaging/requirements-other-sqlcipher.lock | $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $@ -r packaging/requirements-other-sqlcipher.lock

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python -m tests.benchmarks

# EVALUATE takes --open (the sentences for tuning) and --missed.
evaluate: setup
	$(BIN)/python -m tests.identifiers $(EVALUATE)

# FAULTS takes what `python -m tests.faults --help` tells, as FAULTS=--quick.
faults: setup $(OTHER_SQLCIPHER)
	$(BIN)/python -m tests.faults $(FAULTS)

screenshots: setup
	$(BIN)/python -m tests.screenshots

# The lock holds names, versions and hashes only, no addresses.
lock: setup
	$(BIN)/pip-compile --quiet --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --strip-extras --allow-unsafe --generate-hashes --extra dev -o packaging/requirements-dev.lock pyproject.toml

clean:
	rm -rf build dist .venv *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
