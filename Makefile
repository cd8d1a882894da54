# cadre: the everyday commands. `make plan` is the shortest way to see what it does.

SOURCES := Sources $(wildcard Tests) Benchmarks Fuzzing Package.swift
MODEL ?= models/storefront.yaml
# Written into the manual; raised with each release, so that the same sources give the same page.
MANUAL_DATE := 2026-11-21

.PHONY: plan build test fuzz bench bench-record man setup setup-test format lint clean

plan: build
	.build/release/cadre plan $(MODEL)

build: setup
	swift build -c release --product cadre

test: setup-test
	swift test
	scripts/python.sh Tests/Schema/check_schema.py
	scripts/python.sh Tests/Schema/check_documents.py "$$(swift build --show-bin-path)/cadre"
	scripts/python.sh Tests/Schema/check_codeowners.py "$$(swift build --show-bin-path)/cadre"
	scripts/python.sh Tests/Live/check_web.py "$$(swift build --show-bin-path)/cadre"
	scripts/python.sh Tests/Live/check_prometheus.py "$$(swift build --show-bin-path)/cadre"
	scripts/fuzz.sh --runs 2000

# Broken files for every reader, a minute each; Fuzzing/README.md tells more.
fuzz: setup
	scripts/fuzz.sh 60

# How fast the engine is, and whether it allocates as often as Benchmarks/engine/Thresholds say.
bench: setup
	scripts/bench.sh

# Writes there how often it allocates now.
bench-record: setup
	scripts/bench.sh record

# The manual, made from the commands' own declarations; its first line names them by their SHA-256,
# so that a test sees when it is stale.
man: build
	@mkdir -p man
	swift package generate-manual --date $(MANUAL_DATE)
	@scripts/sign-manual.sh .build/release/cadre \
	  .build/plugins/GenerateManual/outputs/cadre/cadre.1 > man/cadre.1

# Installs what is missing on this machine; says nothing where nothing is.
setup:
	@scripts/setup.sh

setup-test:
	@scripts/setup.sh test

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

clean:
	swift package clean
