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
.PHONY: help serve site twice offline compress check guide spelling report evidence desk sources test looks
.PHONY: bench mutants record-types
.PHONY: broken publish editions archive rollback withdraw new new-source move rename-anchor remove translated reviewed clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

serve: ## Preview both languages at http://127.0.0.1:8000 (PORT=8001 for another)
	@$(RUN) serve --port $(PORT)

site: ## Build the whole site into site/
	@$(RUN) build

twice: ## Build the last commit twice, in other folders and time zones, and compare every file
	@$(RUN) twice

offline: ## Build the site with a .zip a language, to be read from a folder without a network
	@$(RUN) offline

compress: ## On the host: put .gz and .br beside the texts of a checkout of the branch (FOLDER=…)
	@$(RUN) compress -- "$(FOLDER)"

check: ## Check pages and data, without building (FIX=1 mends; EXPLAIN=lists tells a rule)
	@$(RUN) check $(if $(FIX),--fix) $(if $(EXPLAIN),--explain "$(EXPLAIN)")

spelling: ## Spell every text in both languages (needs hunspell, which make test installs)
	@$(RUN) spelling

evidence: ## Print how sure each phase, tool and building block is, point by point
	@$(RUN) evidence

report: ## List talk of sources, facts told on many pages and the heaviest pages, with budgets
	@$(RUN) report

desk: ## List what waits for editors, the most important first (GROUP=thin; ALL=1; JSON=1)
	@$(RUN) desk $(if $(GROUP),--group "$(GROUP)") $(if $(ALL),--most 0) $(if $(JSON),--json)

# DAYS=0 tries those again that were tried lately, ARCHIVE=1 asks the Internet Archive for copies too.
sources: ## Try the addresses of sources, and write what was seen (ID="a b"; DAYS=30; ARCHIVE=1)
	@$(RUN) sources $(if $(DAYS),--days $(DAYS)) $(if $(ARCHIVE),--archive) -- $(ID)

guide: ## Make the guide with pictures for whoever writes in a browser, in site-guide/ (FOLDER=…)
	@$(RUN) guide $(if $(FOLDER),"$(FOLDER)")

test: ## Install what tests need and run every test (CHANGED=1: what a change can touch; T="-k search")
	@$(RUN) test $(if $(CHANGED),--changed) $(T)

looks: ## Approve what pages look like now, and how they are heard (then look at git diff)
	@$(RUN) test --approve tests/browser/test_looks.py tests/browser/test_tree.py

bench: ## Measure build time, weight and Lighthouse beside stock Material and Starlight
	@$(RUN) bench

mutants: ## Change the code in NUMBER=150 places (SEED=1) and list what no unit test notices
	@$(RUN) mutants --number $(NUMBER) --seed $(SEED)

record-types: ## Write the types of records (scripts/content/records.py) from the schemas
	@$(RUN) record-types

# MEND=1 publishes an edition again, YES=1 says that something unusual is meant, DIRTY=1
# takes what is not committed along, LOCAL=1 allows an address of this machine, OFFLINE=1
# leaves the remote out. UNSIGNED=1 allows an edition without publisher and contact.
ALLOWED = $(if $(YES),--yes) $(if $(OFFLINE),--offline)

publish: ## Commit an edition to the branch gh-pages (VERSION=1.0; MEND=1 mends one)
	@$(RUN) publish --branch "$(BRANCH)" $(ALLOWED) $(if $(MEND),--mend) $(if $(DIRTY),--dirty) $(if $(LOCAL),--local) $(if $(UNSIGNED),--unsigned) -- "$(VERSION)"

editions: ## List the editions, and what is not pushed yet
	@$(RUN) editions --branch "$(BRANCH)"

archive: ## Pack an edition for archives, with checksums (VERSION=1.0; the newest if left out)
	@$(RUN) archive --branch "$(BRANCH)" -- "$(VERSION)"

rollback: ## Undo the last publishing, mend or withdrawal, in a commit
	@$(RUN) rollback --branch "$(BRANCH)" $(ALLOWED)

withdraw: ## Have each address of an edition say that it was withdrawn (VERSION=1.0)
	@$(RUN) withdraw --branch "$(BRANCH)" $(if $(OFFLINE),--offline) -- "$(VERSION)"

new: ## Begin a page in both languages (PAGE=metoden/maling KIND=concept URL=method/measuring)
	@$(RUN) new $(if $(URL),--url "$(URL)") --kind $(KIND) -- "$(PAGE)"

new-source: ## Begin a source (SOURCE=a DOI, ISBN, nb.no address or .bib/.ris file; - to paste; ID=…)
	@$(RUN) new-source $(if $(ID),--id "$(ID)") -- "$(SOURCE)"

# Each shows what it will change and asks first; YES=1 answers for scripts.
move: ## Give a page another path in both languages (OLD=metoden/kritikk NEW=om/kritikk; URL=about/x)
	@$(RUN) move $(if $(YES),--yes) $(if $(URL),--url "$(URL)") -- "$(OLD)" "$(NEW)"

rename-anchor: ## Give a heading another anchor in both languages (PAGE=metoden/kritikk OLD=… NEW=…)
	@$(RUN) rename-anchor $(if $(YES),--yes) -- "$(PAGE)" "$(OLD)" "$(NEW)"

remove: ## Take a page away (PAGE=… with TO=another-page, or REASON_NO="…" REASON_EN="…")
	@$(RUN) remove $(if $(YES),--yes) $(if $(UNLINK),--unlink) $(if $(TO),--to "$(TO)") $(if $(REASON_NO),--reason-no "$(REASON_NO)") $(if $(REASON_EN),--reason-en "$(REASON_EN)") -- "$(PAGE)"

translated: ## Record that English pages render the Norwegian text (PAGES="docs/en/…" SECTION=…)
	@$(RUN) translated $(if $(ALL),--all) $(foreach section,$(SECTION),--section "$(section)") -- $(PAGES)

reviewed: ## Write the day of today into pages that somebody went over (PAGES="docs/no/…")
	@$(RUN) reviewed -- $(PAGES)

broken: ## Break the project in a thousand ways and list what make check tells badly (SEED=1; ONLY=link)
	@$(RUN) broken --seed $(SEED) $(if $(ONLY),--only "$(ONLY)")

clean: ## Take away what was built, and .venv
	@rm -rf site site-guide .cache .venv .pytest_cache .mypy_cache .ruff_cache
