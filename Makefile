# The words people type. Each target's line after ## is what `make help` prints.
# Everything goes through scripts/run.py, which sets .venv up first, so the same
# commands work without make: python3 scripts/run.py serve

RUN := python3 scripts/run.py
PORT ?= 8000
BRANCH ?= gh-pages
KIND ?= concept
NUMBER ?= 150
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help serve site check test looks bench mutants publish new translated clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

serve: ## Preview both languages at http://127.0.0.1:8000 (PORT=8001 for another)
	@$(RUN) serve --port $(PORT)

site: ## Build the whole site into site/
	@$(RUN) build

check: ## Check pages and data, without building
	@$(RUN) check

test: ## Install what tests need and run every test (T="-k search" for some)
	@$(RUN) test $(T)

looks: ## Approve what pages look like now, and how they are heard (then look at git diff)
	@$(RUN) test --approve tests/browser/test_looks.py tests/browser/test_tree.py

bench: ## Measure build time, weight and Lighthouse beside stock Material and Starlight
	@$(RUN) bench

mutants: ## Change the code in NUMBER=150 places (SEED=1) and list what no unit test notices
	@$(RUN) mutants --number $(NUMBER) --seed $(SEED)

publish: ## Commit an edition to the branch gh-pages (VERSION=1.0)
	@$(RUN) publish "$(VERSION)" --branch $(BRANCH)

new: ## Begin a page in both languages (PAGE=metoden/kritikk KIND=concept)
	@$(RUN) new "$(PAGE)" --kind $(KIND)

translated: ## Record that English pages render the Norwegian text as it is (PAGES="docs/en/…")
	@$(RUN) translated $(PAGES)

clean: ## Take away what was built, and .venv
	@rm -rf site .cache .venv .pytest_cache .mypy_cache .ruff_cache
