# Everything a person or a machine does with this repository. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := .build/static
PERMREG := $(RELEASE)/release/permreg
BENCH := $(RELEASE)/release/permreg-bench
DEMO := .build/demo

# One static binary: it starts three times as fast as a dynamic one, and runs where Swift is not.
STATIC := --scratch-path $(RELEASE) -c release -Xswiftc -static-executable \
	-Xswiftc -cross-module-optimization -Xlinker --gc-sections -Xlinker -s

.PHONY: help
help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Install what apt must give (needs root or sudo where something is missing)
	@command -v $(SWIFT) > /dev/null || { echo "error: Swift 6.3 is needed: https://www.swift.org/install" >&2; exit 1; }
	@if ! dpkg -s libsqlite3-dev python3 make > /dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ]; then apt-get update -q && apt-get install -qy libsqlite3-dev python3 make; \
		else sudo apt-get update -q && sudo apt-get install -qy libsqlite3-dev python3 make; fi; \
	fi

.PHONY: build
build: setup ## Build everything for development; warnings are errors
	$(SWIFT) build --build-tests

.PHONY: release
release: setup ## Build the static binary, .build/static/release/permreg
	$(SWIFT) build $(STATIC) --product permreg
	$(SWIFT) build $(STATIC) --product permreg-bench

.PHONY: demo
demo: release ## Make a sample organization, import it and ask who can invoke a function
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BENCH) generate --principals 300 --seed 1 $(DEMO)/organization
	PERMREG_REGISTRY=$(DEMO)/demo.db Tests/Support/demo.sh $(PERMREG) $(DEMO)/organization

.PHONY: test
test: setup ## Run the tests
	$(SWIFT) test

.PHONY: differential
differential: setup ## Compare with the reference evaluator: PERMREG_SECONDS of random cases (60)
	$(SWIFT) build $(STATIC) --product permreg-differential
	$(RELEASE)/release/permreg-differential

.PHONY: test-samples
test-samples: setup ## Run the same checks over outside samples: PERMREG_SAMPLES=DIR make test-samples
	PERMREG_SAMPLES="$${PERMREG_SAMPLES:?name the folder of samples}" $(SWIFT) test --filter SampleTests

.PHONY: lint
lint: setup ## Check the format and the style
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

.PHONY: format
format: setup ## Format the sources in place
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

.PHONY: bench
bench: release ## Measure: start-up, questions, import, decisions
	$(BENCH) measure --permreg $(PERMREG)

.PHONY: check
check: lint build test smoke differential ## What CI runs: format, warnings, tests, the release binary

.PHONY: smoke
smoke: release ## Try the release binary once
	$(PERMREG) --version
	$(MAKE) --no-print-directory demo > /dev/null

.PHONY: install
install: release ## Install the binary under PREFIX (/usr/local)
	install -D -m 755 $(PERMREG) $(DESTDIR)$(PREFIX)/bin/permreg
