# Everything a person or a machine does with a clone; `make setup` needs Python 3.11 or later and a network once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made-from-lock
JUDGES := $(VENV)/.conformance-made-from-lock
DEMO := build/demo
SOURCES := casefile ui resources tests

# What Qt's own libraries need and a bare Debian or Ubuntu lacks; the others serve the tests.
QT_PACKAGES := libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 \
	libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
TEST_PACKAGES := xvfb xauth xdotool openbox tesseract-ocr qpdf poppler-utils

.PHONY: setup system test-system demo run test check format translations bench train score fuzz kill screens spoken monkey conformance scripts pages fonts unicode clean

setup: system $(STAMP)

$(STAMP): requirements-lock.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Casefile needs Python 3.11 or later.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# The programs that judge the PDFs: only tests use them, nothing of them ships.
$(JUDGES): requirements-conformance-lock.txt $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-conformance-lock.txt
	touch $@

system:
	@sh tests/system_packages.sh $(QT_PACKAGES)

test-system:
	@sh tests/system_packages.sh $(QT_PACKAGES) $(TEST_PACKAGES)

demo: setup
	$(BIN)/casefile demo $(DEMO)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/casefile --store $(DEMO)/demo.casefile; \
	else echo "There is no screen here, so the window stays closed."; fi

run: setup
	$(BIN)/casefile

# The types are checked beside the tests, and told after them: alone, that would keep one core busy and no more.
# What Python compiled is kept, whatever the environment says: the tests start hundreds of processes.
check: $(STAMP) $(JUDGES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	@mkdir -p build
	@$(BIN)/mypy >build/types.txt 2>&1 & checker=$$!; \
	trap 'kill $$checker 2>/dev/null' EXIT; \
	QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= \
		$(BIN)/python -m pytest --numprocesses auto --dist worksteal; tests=$$?; \
	wait $$checker; types=$$?; \
	echo '$(BIN)/mypy'; cat build/types.txt; \
	exit $$((tests | types))

test: test-system check

format: $(STAMP)
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

# Takes the window's new texts into the catalogues in resources/locale, and compiles what is translated.
translations: $(STAMP)
	$(BIN)/python -m tests.translations.catalogue

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks --override-ini addopts="--import-mode=importlib -s"

# Lists the common words and fits the models of the extraction again: to the articles of tests/data/articles that
# are for it, the sentences in tests/data/sums, the texts without an action in tests/data/no_action, and further
# folders of articles with gold (texts/, gold/). make train ARTICLES="FOLDER..."
train: $(STAMP)
	$(BIN)/python -m tests.benchmarks.common_words
	$(BIN)/python -m tests.benchmarks.train_sums tests/data/articles $(ARTICLES)
	$(BIN)/python -m tests.benchmarks.train_linking tests/data/articles $(ARTICLES)

# How well the proposals do on the test articles: both halves, or the folders in ARTICLES; what each part of the
# extraction is worth with SCORE=--ablation; by models fitted without each article with SCORE=--unseen; with the
# respondents renamed with SCORE=--renamed.
score: $(STAMP)
	$(BIN)/python -m tests.scoring.report $(SCORE) $(ARTICLES)

# Long random sequences of everything that a person can do, undone and redone, then changed files for every
# reader of files, FUZZ_SECONDS for each, two readers at a time; other ones at every run. What breaks a reader
# is kept in tests/data/fuzz and is a test from then on.
FUZZ_SECONDS ?= 600
fuzz: $(STAMP)
	$(BIN)/python -m pytest tests/store/test_undo_properties.py --hypothesis-profile=thorough
	CASEFILE_FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m tests.fuzz.fuzzing

# Lets a monkey click and type in the window for MONKEY_SECONDS; CASEFILE_MONKEY_SEED walks the same way again.
MONKEY_SECONDS ?= 600
monkey: $(STAMP)
	QT_QPA_PLATFORM=offscreen CASEFILE_MONKEY_SECONDS=$(MONKEY_SECONDS) $(BIN)/python -m pytest tests/ui/test_random_walk.py

# What the judges say of good briefs and of ones with a defect, what is copied from one, and what casefile verify
# says of forged ones: the tables.
conformance: test-system $(JUDGES)
	$(BIN)/python -m tests.conformance.report
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.briefs.report

# Kills a process 200 times at random points of its work and prints what was left.
kill: $(STAMP)
	$(BIN)/python -m tests.durability.killing 200

# Paints every view, dialog and menu into build/screens, to be looked at: four stores, light and dark, three
# sizes. Some of them with SCREENS="--store demo --theme dark --view actions".
screens: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens.render $(SCREENS)

# Writes what a screen reader finds in every view, and where Tab leads, into build/spoken; with the shortcut sheet.
spoken: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens.spoken

# Writes a brief of forty actions in eight scripts, to be looked at.
scripts: $(STAMP)
	mkdir -p build
	$(BIN)/python -m tests.briefs.eight_scripts build/eight-scripts.pdf

# Paints the pages of every brief template into build/pages, to be looked at: two cases, both papers, two languages.
# Some of them with PAGES="--case demo --template note".
pages: $(STAMP)
	$(BIN)/python -m tests.screens.pages $(PAGES)

# Makes the fonts and the Unicode table under resources/ again from their packages (npm, apt-get of Debian 12).
fonts unicode: $(STAMP)
	$(BIN)/python -m tests.making.$@

clean:
	rm -rf build $(VENV)
