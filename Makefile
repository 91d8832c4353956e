# `make` alone prints this list. Set-up happens by itself: each target makes the .venv it needs.
PYTHON ?= python3
HOST = 127.0.0.1
PORT ?= 8000
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run dev test lint format lock

help: ## This list.
	@echo "moviedb: a community movie database that anyone can run."
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-13s %s\n", $$1, $$2 }'

run: .venv/.ok-run ## Start the site at http://127.0.0.1:8000/ (PORT=9000 and HOST=0.0.0.0 move it).
	@exec .venv/bin/python manage.py start --host "$(HOST)" --port "$(PORT)"

dev: .venv/.ok-dev ## The same for developers: reloads on changes, shows errors and the debug toolbar.
	@exec env MOVIEDB_DEV=1 .venv/bin/python manage.py start --host "$(HOST)" --port "$(PORT)"

test: .venv/.ok-dev ## Run the tests on SQLite and PostgreSQL (ARGS="-k film" is passed on to pytest).
	@exec .venv/bin/python scripts/test $(ARGS)

lint: .venv/.ok-dev ## Check style, templates, the floor plan, migrations and the production settings.
	@exec scripts/lint

format: .venv/.ok-dev ## Put code and templates into the form that `make lint` asks for.
	@.venv/bin/ruff check --quiet --fix-only .
	@.venv/bin/ruff format --quiet .
	@.venv/bin/djlint --quiet --reformat templates || true

lock: ## Write requirements*.txt anew from pyproject.toml (needs uv).
	@command -v uv > /dev/null || { echo "make lock needs uv on the PATH: pipx install uv, or see docs.astral.sh/uv"; exit 1; }
	@uv pip compile $(LOCK_FLAGS) pyproject.toml -o requirements.txt
	@uv pip compile $(LOCK_FLAGS) --group dev pyproject.toml -o requirements-dev.txt

LOCK_FLAGS = -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"
PIP_INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

# The stamps: installed from these very locks, by a Python that is still there.
.venv/.ok-run: requirements.txt | .venv/bin/python
	@echo "Installing what moviedb needs …"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/.ok-dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing what moviedb and its tests need …"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@ .venv/.ok-run

.venv/bin/python:
	@command -v $(PYTHON) > /dev/null || { echo "moviedb needs Python 3.11 or newer, and there is no $(PYTHON)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "moviedb needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Another one: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
		echo "$(PYTHON) comes without venv here. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
