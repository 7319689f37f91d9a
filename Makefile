# Everything a person or a machine does with this folder. `make help` lists it; packaging/bootstrap.py does the installing.

.DEFAULT_GOAL := help
.PHONY: run install test check develop bench soak screenshots translations model lock package clean help
BOOTSTRAP := sh packaging/bootstrap.sh
BIN := .venv/bin
# The tests start some hundred processes, and each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE
# Without line numbers, the .ts files change only where a text does.
LUPDATE := $(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -extensions py src

run: ## Open the app; installs it first where needed (ARGS=… goes to the app, PYTHON=… names another Python)
	@$(BOOTSTRAP) run $(ARGS)

install: ## Make the environment in .venv, start nothing
	@$(BOOTSTRAP) install

test: check ## Install what the tests need and pass them

check: develop ## The gates: ruff, mypy, import-linter, the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 $(ARGS)

develop:
	@$(BOOTSTRAP) develop

bench: develop ## Measure what must stay fast beside its bounds; prints a table, writes bench.json (ARGS=30000: no million)
	$(BIN)/python tests/bench/run.py $(ARGS)

soak: develop ## Kill a working process two hundred times, and look whether anything is lost (ARGS=20 for fewer)
	$(BIN)/python -m tests.e2e.soak $(ARGS)

screenshots: develop ## Take docs/screens/ from the running app, both themes and languages
	$(BIN)/python tests/screenshots/run.py $(ARGS)

translations: develop ## Collect the texts into resources/translations/*.ts and compile them
	$(LUPDATE) -ts resources/translations/orchestrator_fr.ts
	$(LUPDATE) -pluralonly -ts resources/translations/orchestrator_en.ts
	$(BIN)/pyside6-lrelease resources/translations/*.ts

model: develop ## Ask the built-in model what newcomers may ask, and count what is worth judging
	$(BIN)/python tests/builtin_eval/run.py $(ARGS)

lock: develop ## Resolve the dependencies anew (ARGS=--upgrade takes the newest)
	@$(BOOTSTRAP) lock $(ARGS)

package: ## Build dist/Orchestrator for this platform and let it test itself
	@$(BOOTSTRAP) build
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN packaging/orchestrator.spec
	QT_QPA_PLATFORM=offscreen dist/Orchestrator/orchestrator-desktop --data-dir build/self-test --self-test

clean: ## Remove what make made, the environment included
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' Makefile
