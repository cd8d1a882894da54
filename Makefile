# cadre: the everyday commands. `make plan` is the shortest way to see what it does.

SOURCES := Sources $(wildcard Tests) Package.swift
MODEL ?= models/storefront.yaml

.PHONY: plan build test setup format lint clean

plan: build
	.build/release/cadre plan $(MODEL)

build: setup
	swift build -c release --product cadre

test: setup
	swift test

# Installs what is missing on this machine; says nothing where nothing is.
setup:
	@scripts/setup.sh

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

clean:
	swift package clean
