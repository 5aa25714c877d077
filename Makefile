# Each target sets up all that it needs: Python 3.11 or later is enough.

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready-for-contested
DEMO := demo-out
SAMPLES := $(wildcard src/contested/samples/documents/*.txt)

.PHONY: help setup demo test lint bench accuracy outside kills fuzz wheel docs docs-check web screenshots lock clean

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: $(READY)  ## Make the virtual environment from the lock file

$(READY): requirements.lock pyproject.toml
	@sh .ci/venv "$(VENV)"
	@touch "$@"

demo: $(READY)  ## Code the sample reports into demo-out/ and print their events
	@rm -rf $(DEMO) && mkdir $(DEMO)
	$(BIN)/contested code $(SAMPLES) --store $(DEMO)/contested.db --out $(DEMO)/json
	$(BIN)/contested export --layout csv -o $(DEMO)/csv --store $(DEMO)/contested.db
	$(BIN)/contested export --layout geojson -o $(DEMO)/geojson --store $(DEMO)/contested.db
	$(BIN)/contested report -o $(DEMO)/report.html --store $(DEMO)/contested.db
	@echo "Open $(DEMO)/report.html in a browser: events, timeline, map, actors and claims, each value with its words."
	@echo "Open $(DEMO)/csv/events.csv in a spreadsheet; $(DEMO)/json holds one file a report, $(DEMO)/geojson the map."
	@echo "Ask on: $(BIN)/contested events --store $(DEMO)/contested.db"

test: $(READY)  ## Run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(READY)  ## Check style and types
	$(BIN)/ruff check
	$(BIN)/mypy

bench: $(READY)  ## Measure coding, the store, its pages and linking, each beside the obvious alternative
	$(BIN)/python benchmarks/cost.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/linking.py --cost

accuracy: $(READY)  ## Hold the accuracy against the one recorded in evaluation/baseline.json
	@code=0; \
	$(BIN)/contested evaluate --gold src/contested/samples/gold --baseline evaluation/baseline.json --collection samples || code=$$?; \
	$(BIN)/contested evaluate --gold evaluation/reports/gold --baseline evaluation/baseline.json --collection reports || code=$$?; \
	if [ -d ../shared/gold ]; then \
	  $(BIN)/contested evaluate --gold ../shared/gold --documents ../shared/documents --baseline evaluation/baseline.json || code=$$?; \
	else echo "The other documents are not here (../shared/gold): only the samples and evaluation/reports were measured."; fi; exit $$code

outside: $(READY)  ## Find actors and places in texts marked by others (OUTSIDE=../shared/outside/re3d)
	$(BIN)/python -m contested.batch.outside $(or $(OUTSIDE),../shared/outside/re3d)

kills: $(READY)  ## Kill the program at a hundred random moments, and see that nothing finished is lost
	$(BIN)/python tests/faults/kills.py

fuzz: $(READY)  ## Feed the readers broken input for ten minutes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris>=3.0"
	$(BIN)/python benchmarks/fuzz_readers.py

wheel: $(READY)  ## Build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

web:  ## Build the scripts and styles of the application (needs Node 20 or later)
	cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

screenshots: $(READY)  ## Write pictures of the application's pages into docs/ (needs Chromium)
	$(BIN)/python tools/screenshots.py

docs: $(READY)  ## Write docs/commands.md from the commands' help, and the accuracy into the README
	$(BIN)/python -m contested.cli.docs > docs/commands.md
	$(BIN)/python tools/accuracy_table.py

docs-check: $(READY)  ## Check that what make docs writes is what stands there
	$(BIN)/python -m contested.cli.docs | diff - docs/commands.md
	$(BIN)/python tools/accuracy_table.py --check

lock: $(READY)  ## Write requirements.lock anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --group pyproject.toml:dev pyproject.toml --quiet --output-file requirements.lock

clean:  ## Remove what was made
	rm -rf .venv dist $(DEMO)
