# Communiqué: `make run` opens it, `make test` proves it. Each does all the set-up a fresh machine needs.

VENV ?= .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
ARGS ?=
PYTEST_ARGS ?= -n auto --maxprocesses 4 --dist worksteal
PICTURES := resources/pictures

# The environment remembers where it was made: a moved one, or one whose Python is gone, is made anew.
MADE_IN := $(shell test -x "$(PYTHON)" && cat "$(VENV)/.made-in" 2>/dev/null)
ifneq ($(MADE_IN),$(CURDIR))
STALE := stale
endif

.DEFAULT_GOAL := help
.PHONY: run test lint format types contract check bench score pictures screens manual wheel frozen clean help stale

# Commands that open no window need none of Qt's system libraries.
ifeq ($(filter import read search export check -h --help --version,$(ARGS)),)
WINDOW := $(PYTHON) -m gui.doctor --install
else
WINDOW := :
endif

run: $(VENV)/.ready-to-run
	@$(WINDOW)
	@$(BIN)/communique $(ARGS)

test: $(VENV)/.ready-to-develop
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m gui.doctor --install
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.ready-to-develop
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

format: $(VENV)/.ready-to-develop
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

types: $(VENV)/.ready-to-develop
	$(PYTHON) -m mypy

contract: $(VENV)/.ready-to-develop
	$(BIN)/lint-imports

check: lint types contract

bench: $(VENV)/.ready-to-develop
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m gui.doctor --install
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks $(ARGS)

score: $(VENV)/.ready-to-develop
	$(PYTHON) -m tests.evaluation.report $(ARGS)

pictures: $(VENV)/.ready-to-develop
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m gui.doctor --install
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.packaging.pictures $(PICTURES)

screens: $(VENV)/.ready-to-develop
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m gui.doctor --install
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.packaging.screens build/screens $(ARGS)

manual: $(VENV)/.ready-to-develop
	$(PYTHON) -m tests.packaging.manual resources/desktop/communique.1

wheel: $(VENV)/.ready-to-develop
	$(PYTHON) -m hatchling build -t wheel

frozen: $(VENV)/.ready-to-develop
	$(PYTHON) -m venv --clear build/frozen-env
	build/frozen-env/bin/python -m pip install --quiet --disable-pip-version-check . "pyinstaller>=6.11"
	build/frozen-env/bin/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/frozen \
		resources/communique.spec
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.packaging.frozen dist/communique

clean:
	rm -rf "$(VENV)" build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@echo "make run [ARGS=...]   set up and open Communiqué, or run it with arguments: make run ARGS=\"search kadioglu\""
	@echo "make test             set up and run all tests (PYTEST_ARGS=... for pytest)"
	@echo "make check            lint, types and the import contract; each also on its own"
	@echo "make format           put the code into the house's format"
	@echo "make bench            print the speed tables (start, reading, search, painting)"
	@echo "make score [ARGS=...] score the reader on the labelled articles: --errors, --compare, --save"
	@echo "make pictures         draw the README's pictures again"
	@echo "make screens          draw every pane and state into build/screens, light and dark, in three sizes"
	@echo "make manual           write the manual page anew from the command line's options"
	@echo "make wheel            build an installable wheel into dist/"
	@echo "make frozen           build dist/communique, a folder that runs without Python, and try it"
	@echo "make clean            remove the environment and everything built"

# -- set-up -------------------------------------------------------------------------------------------------

# Prints a Python that will do. On Debian and Ubuntu, as root or with a sudo that asks nothing, gets one first.
define FIND_PYTHON
fit() { "$$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
find_python() {
    for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
        if command -v "$$name" >/dev/null 2>&1 && fit "$$name"; then command -v "$$name"; return 0; fi
    done
    return 1
}
new_enough() {
    for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
        if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then return 0; fi
    done
    return 1
}
find_python && exit 0
as_root=
if [ "$$(id -u)" != 0 ]; then as_root="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1 && $$as_root true >/dev/null 2>&1; then
    echo "Installing Python and its venv module" >&2
    $$as_root apt-get update -qq </dev/null >/dev/null 2>&1
    for packages in "python3 python3-venv" "python3.11 python3.11-venv" "python3.12 python3.12-venv"; do
        $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$packages </dev/null >/dev/null 2>&1
        find_python && exit 0
    done
fi
if new_enough; then
    echo "Python's venv module is missing: sudo apt-get install python3-venv (or your system's package of it)." >&2
else
    echo "Communiqué needs Python 3.11 or newer, and this system has none: install it from your system's packages or from python.org." >&2
fi
exit 1
endef
export FIND_PYTHON

NOT_INSTALLED = echo "Could not install; the lines above say why (is there a network?)." >&2; exit 1

$(VENV)/.made-in: $(STALE)
	@python=$$(sh -c "$$FIND_PYTHON") || exit 1; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv --clear "$(VENV)" && printf '%s' "$(CURDIR)" > $@

$(VENV)/.ready-to-run: $(VENV)/.made-in pyproject.toml
	@echo "Installing Communiqué and what it needs (Qt is about 90 MB to fetch; once)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e . || { $(NOT_INSTALLED); }
	@touch $@

$(VENV)/.ready-to-develop: $(VENV)/.made-in pyproject.toml
	@echo "Installing Communiqué, what it needs and what its tests need (Qt is about 90 MB to fetch; once)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e ".[dev]" || { $(NOT_INSTALLED); }
	@touch $@ $(VENV)/.ready-to-run
