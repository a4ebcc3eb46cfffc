# Everything runs in .venv, made from requirements.lock alone; only python3 and make are needed.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: demo test test-spark check archive bench suites peers linear gold left-out reliability patterns hostile fuzz simulate million lock clean

demo: $(INSTALLED)
	rm -f out/demo.duckdb
	$(BIN)/tallycast build fixtures/transcripts --db out/demo.duckdb

test: $(INSTALLED)
	$(BIN)/python -m pytest

# A cluster on this machine: a master, two workers. Needs Java 17, which apt installs where it lacks.
SPARK_BIN := .venv-spark/bin
SPARK_INSTALLED := .venv-spark/installed

test-spark: $(SPARK_INSTALLED)
	command -v java || (apt-get -qq update && apt-get -qq install -y openjdk-17-jre-headless)
	$(SPARK_BIN)/python -m pytest -m spark tests/spark

$(SPARK_INSTALLED): requirements-spark.lock pyproject.toml
	$(PYTHON) -m venv .venv-spark
	$(SPARK_BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	$(SPARK_BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Transcripts to measure on: the real ones where they lie beside the project.
PATHS ?= $(firstword $(wildcard ../shared/transcripts) fixtures/transcripts)

bench: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.throughput $(PATHS)

# Test cases of other number readers; without the variable, those in ../shared/suites.
SUITES ?=

suites: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.suites $(SUITES)

# Installs other number readers into out/peers-venv.
peers: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.peers

# What becomes of bad files; writes 700 MB into a temporary folder.
hostile: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.hostile

# Bounded in all; findings are kept in out/fuzz.
FUZZ_SECONDS ?= 600

fuzz: $(INSTALLED)
	$(BIN)/python -m tests.fuzz.run $(FUZZ_SECONDS)

# The slowest text for every pattern.
patterns: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.patterns

linear: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.linear

# Annotated transcripts; without the variable, those in ../shared/gold. AGAINST=COMMIT compares.
GOLD ?=
AGAINST ?= HEAD

gold: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.gold $(GOLD) --against $(AGAINST)

left-out: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.left_out

reliability: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.reliability

simulate: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.simulation

# An archive of so many made-up episodes, built from nothing by two processes and by one.
EPISODES ?= 100000

archive: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.archive $(EPISODES)

million: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.reconciling

# Made last and only when all went well, so that a broken installation is tried again.
$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Needs uv (https://docs.astral.sh/uv/); only who changes the dependencies runs it.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --upgrade --output-file requirements.lock
	uv pip compile pyproject.toml --extra spark --group dev --universal --python-version 3.11 \
		--constraint requirements.lock --generate-hashes --no-header --no-emit-index-url \
		--output-file requirements-spark.lock

clean:
	rm -rf .venv .venv-spark out
