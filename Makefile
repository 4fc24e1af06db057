# Everything a developer, a tester or a build machine starts. `make help` lists it.
# The targets are thin: what they do is in scripts/.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup run watch test lint format bench e2e

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Build Patchbay, start it with the sandbox and print its address (PORT=3000 to choose one)
	@scripts/setup.sh run
	@scripts/run.sh

watch: ## The same, rebuilt and reloaded at each change
	@scripts/setup.sh run
	@cargo leptos watch

test: ## Every proof, counted (ONLY="rust journeys" to choose stages; scripts/test.py --list names them)
	@scripts/setup.sh test
	@scripts/with-postgres.sh python3 scripts/test.py $(ONLY)

e2e: ## Only the journeys in a browser (ARGS="-g sign-in --project sqlite-js" to choose some)
	@scripts/setup.sh test
	@scripts/build.sh
	@scripts/with-postgres.sh npm --prefix end2end test -- $(ARGS)

lint: ## Format and lints of every half, without changing a file
	@scripts/setup.sh lint
	@python3 scripts/test.py format clippy types checks

format: ## Write every Rust file as rustfmt wants it
	@cargo fmt --all

bench: ## Sizes, start-up, memory, pages, events and synced records a second, Lighthouse, frames (ONLY="sync webhooks" to choose stages)
	@scripts/setup.sh bench
	@scripts/with-postgres.sh python3 scripts/bench.py $(ONLY)

setup: ## Install whatever is missing for all of the above
	@scripts/setup.sh all
