"""What holds for every test: no screen needed, the same result twice, and no warning unheard.

Test files mirror the rooms; fixtures of one room live in that room's own conftest.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from tests.log_guard import ExpectLog, LogGuard

# A real PostgreSQL and a real browser, for whoever asks for them.
pytest_plugins = ("tests.ground.plugin",)

# The space a shop keeps free for a full disk; a test disk has none to spare.
os.environ.setdefault("REGULARS_RESERVE_MIB", "0")
# Before anything imports Qt. A caller may name another platform (a real window under Xvfb).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt complains on a machine whose locale is not UTF-8, which a bare one's is not.
if not any("UTF-8" in os.environ.get(name, "").upper() for name in ("LC_ALL", "LANG")):
    os.environ["LC_ALL"] = "C.UTF-8"

# The same examples each time, and no clock: a slow machine is not a fault of the rules.
# REGULARS_EXPLORE=1 looks for new ones instead.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("explore" if os.environ.get("REGULARS_EXPLORE") else "same")


def pytest_collection_finish() -> None:
    """What was loaded by now stays to the end: the collector need not walk over it every time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _no_state_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the shop that whoever runs the tests may have on this machine."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        yield


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[LogGuard]:
    """Fail a test that logs a warning or worse which it did not announce."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    complaint = guard.complaint()
    if complaint:
        pytest.fail(complaint, pytrace=False)


@pytest.fixture
def expect_log(log_guard: LogGuard) -> Callable[..., None]:
    """`expect_log("pos.devices", "camera-lost")`: this record will come, and must."""
    expect: ExpectLog = log_guard.expect
    return expect
