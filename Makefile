# The two commands of the README are `make reproduce` and `make test`; both set up the environment first.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: reproduce test lint setup lock benchmark clean

reproduce: $(STAMP)
	$(BIN)/netralitas reproduce

test: $(STAMP) lint
	$(BIN)/pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

setup: $(STAMP)

# uv installs faster where it is there; it must be told to compile bytecode, pip does so itself.
$(STAMP): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python "$(PYTHON)" $(VENV) && \
		uv pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(PYTHON) -m venv $(VENV) && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

# Every benchmark; some simulate for minutes. One alone: $(BIN)/python benchmarks/reproduce.py
benchmark: $(STAMP)
	@for script in benchmarks/*.py; do echo "$$script"; $(BIN)/python $$script || exit 1; done

# For maintainers: new pins after pyproject.toml has changed (needs uv).
lock:
	uv pip compile --universal --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --extra dev pyproject.toml -o requirements.lock
	$(BIN)/python tools/write_environment.py

clean:
	rm -rf data/processed/*.csv data/processed/*.parquet data/processed/*.json reports/*/ reports/*.html
