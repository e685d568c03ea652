# Aliases of `python3 tools/dev.py COMMAND` (on Windows: py tools\dev.py COMMAND).
# Words for the program or for pytest: make run ARGS="--data ~/shop", make test ARGS="-k undo".
PYTHON ?= python3
ARGS ?=

.PHONY: run office demo test lint bench soak shots doctor prepare lock

run office demo test lint bench soak shots doctor prepare:
	@$(PYTHON) tools/dev.py $@ $(ARGS)

# Needs uv. Hashes, but no address: the files work with any index that holds the same archives.
LOCK = uv pip compile -q --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml
lock:
	$(LOCK) --extra dev --extra ocr --extra office -o requirements-dev.txt
	$(LOCK) --extra office -c requirements-dev.txt -o requirements-office.txt
	$(LOCK) -c requirements-dev.txt -o requirements.txt
