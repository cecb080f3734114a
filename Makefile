# make demo   what Comity answers, from a handful of reports and its catalogue
# make test   every check; sets up what it needs

VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test clean

demo: $(VENV)/installed
	COMITY=$(BIN)/comity sh examples/demo.sh

# pytest comes last, so that its summary is the last thing to be seen.
test: $(VENV)/installed-dev
	sh tools/postgresql.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/comity catalog check
	$(BIN)/python -m pytest

$(VENV)/installed: pyproject.toml tools/environment.sh
	sh tools/environment.sh $(VENV)
	touch $@

$(VENV)/installed-dev: pyproject.toml tools/environment.sh
	sh tools/environment.sh $(VENV) dev
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
