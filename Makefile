# Everything runs in .venv, made from requirements.lock alone; only python3 and make are needed.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
BROWSER := .venv/browser-installed
CHROMIUM ?= chromium

.PHONY: demo test test-browser test-spark check docs report-scale kills thousand archive bench bench-check suites peers linear gold left-out reliability patterns hostile fuzz simulate million lock clean

demo: $(INSTALLED)
	rm -f out/demo.duckdb
	$(BIN)/tallycast build fixtures/transcripts --db out/demo.duckdb
	$(BIN)/tallycast report --db out/demo.duckdb --out out/report

test: $(INSTALLED)
	$(BIN)/python -m pytest

# In a real browser; screens to look at land in out/screens.
test-browser: $(BROWSER)
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m pytest tests/browser/checks.py

# A cluster on this machine: a master, two workers. Needs Java 17 or newer, which apt installs where it lacks.
SPARK_BIN := .venv-spark/bin
SPARK_INSTALLED := .venv-spark/installed

test-spark: $(SPARK_INSTALLED)
	command -v java || (apt-get -qq update && apt-get -qq install -y default-jre-headless)
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

# docs/sql.md, from the comments in the database.
docs: $(INSTALLED)
	$(BIN)/python -m tests.documentation.sql_reference

# Adds to docs/bench-history.csv; PATHS=folder measures other transcripts, and adds nothing.
PATHS ?=

bench: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.throughput $(PATHS)

# Fails only where a ratio fell by more than a third below its history.
bench-check: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.throughput --check

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

# Kills builds and publications at random moments.
kills: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.kills

# A thousand versions: how large the file is and how fast they are read.
thousand: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks.thousand

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

# ENTRIES=FILE.duckdb for the report of that database; pages are opened after `make test-browser`.
ENTRIES ?= 20000

report-scale: $(BROWSER)
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m tests.benchmarks.report_scale $(ENTRIES)

# Made last and only when all went well, so that a broken installation is tried again.
$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Debian's browser where there is none yet, with a font; needs root for that, or sudo.
$(BROWSER): $(INSTALLED) requirements-browser.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-browser.lock
	command -v $(CHROMIUM) >/dev/null || { as=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$as apt-get -qq update && DEBIAN_FRONTEND=noninteractive $$as apt-get -qq install -y \
		--no-install-recommends chromium fonts-dejavu-core >/dev/null; }
	touch $@

# Needs uv (https://docs.astral.sh/uv/); only who changes the dependencies runs it.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --upgrade --output-file requirements.lock
	uv pip compile --group pyproject.toml:browser --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --upgrade \
		--output-file requirements-browser.lock
	uv pip compile pyproject.toml --extra spark --group dev --universal --python-version 3.11 \
		--constraint requirements.lock --generate-hashes --no-header --no-emit-index-url \
		--output-file requirements-spark.lock

clean:
	rm -rf .venv .venv-spark out
