# `make run` starts the portal in demo mode; `make test` checks everything.
export CARGO_TARGET_DIR ?= $(CURDIR)/target
export BIND ?= 127.0.0.1:3000

.PHONY: run test setup bundle fmt content

run: ## set up what is missing, build, and serve the demo on BIND
	.ci/setup run
	cargo run --quiet --package bundle
	cargo run --package server -- serve --demo --data data

test: ## formatting, lints, unit, integration and browser tests
	.ci/test

setup: ## system packages, compiler targets and npm packages; silent where nothing is missing
	.ci/setup test

bundle: ## stylesheet, scripts and wasm half, into frontend/site
	cargo run --quiet --package bundle

fmt: ## format every Rust file
	cargo fmt --all

content: ## check the question sets and the law's tables; names the file and line of a fault
	cargo test --quiet --package domain
