# cadre: the everyday commands. `make plan` is the shortest way to see what it does.

SOURCES := Sources $(wildcard Tests) Package.swift
MODEL ?= models/storefront.yaml

.PHONY: plan build test setup setup-test format lint clean

plan: build
	.build/release/cadre plan $(MODEL)

build: setup
	swift build -c release --product cadre

test: setup-test
	swift test
	scripts/python.sh Tests/Schema/check_schema.py

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
