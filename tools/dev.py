"""One command for a fresh machine: `python3 tools/dev.py run | test | doctor | …`.

Standard library only. It makes `.venv`, names or installs what is missing, and never answers
with a traceback. `make run` and its friends are the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.exit(
        "Regulars needs Python 3.11 or newer; this is %d.%d.\n"  # noqa: UP031 - old Pythons read it
        "If a newer one is installed, say so: make run PYTHON=python3.11" % sys.version_info[:2]
    )
sys.path.insert(0, str(ROOT))

import argparse  # noqa: E402 - only after the Python is known to be new enough
import os  # noqa: E402
import subprocess  # noqa: E402

from tools import checks, debian, doctor, environment, fonts, libraries, programs  # noqa: E402
from tools.trouble import SetUpError  # noqa: E402


def main(argv: list[str]) -> int:
    """Carry out one sub-command; returns the exit status."""
    options, rest = _arguments().parse_known_args(argv)
    os.chdir(ROOT)
    try:
        status: int = options.act(options, rest)
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as trouble:
        print(f"The set-up stopped: {trouble}", file=sys.stderr)
        return 1
    return status


def run(options: argparse.Namespace, rest: list[str]) -> int:
    """Open the program's window; further words go to the program."""
    if not libraries.has_screen(sys.platform, dict(os.environ)):
        raise SetUpError(
            "There is no screen here, so no window can be opened.\n"
            "`make demo` shows the same shop in the terminal."
        )
    _prepare(
        options,
        environment.RUN_LOCK,
        libraries.for_window(sys.platform, dict(os.environ)),
        welcome=(libraries.ZBAR,) if sys.platform == "linux" else (),
    )
    return _python("main.py", *rest)


def office(options: argparse.Namespace, rest: list[str]) -> int:
    """Serve head office on this machine; further words go to it. Needs no screen."""
    _prepare(options, environment.OFFICE_LOCK, ())
    return _python("main.py", "office", *(rest or ["serve"]))


def demo(options: argparse.Namespace, rest: list[str]) -> int:
    """Play the demo shop in the terminal; needs no screen."""
    _prepare(options, environment.RUN_LOCK, ())
    return _python("main.py", "demo", *rest)


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """All checks: ruff, mypy, pytest. Further words go to pytest."""
    _prepare_tests(options)
    return checks.everything(environment.python(), rest)


def lint(options: argparse.Namespace, rest: list[str]) -> int:
    """The quick checks only: ruff and mypy."""
    _prepare_tests(options)
    return checks.lint(environment.python())


def bench(options: argparse.Namespace, rest: list[str]) -> int:
    """Measure, and print JSON."""
    _prepare_tests(options)
    return _python("-m", "tests.bench", *rest)


def soak(options: argparse.Namespace, rest: list[str]) -> int:
    """Simulated worlds in which everything goes wrong, for half an hour; JSON."""
    _prepare_tests(options)
    return _python("-m", "tests.bench.soak", *rest)


def shots(options: argparse.Namespace, rest: list[str]) -> int:
    """Pictures of every screen, into var/shots or the folder named."""
    _prepare_tests(options)
    return _python("-m", "tests.screen.shots", *(rest or ["var/shots"]))


def examine(options: argparse.Namespace, rest: list[str]) -> int:
    """Say what is there and what is missing; installs nothing unless --fix is given."""
    if options.fix:
        window = libraries.for_window(sys.platform, dict(os.environ)) if options.screen else ()
        _prepare(options, environment.DEV_LOCK, window or libraries.QT)
    return doctor.report(with_screen=options.screen)


def prepare(options: argparse.Namespace, rest: list[str]) -> int:
    """Only set up, for running and for testing."""
    _prepare_tests(options)
    return 0


def _prepare_tests(options: argparse.Namespace) -> None:
    needed = (*libraries.QT, *libraries.TESTS) if sys.platform == "linux" else ()
    _prepare(options, environment.DEV_LOCK, needed)
    _bring_programs(options.fix)


def _bring_programs(fix: bool) -> None:
    """PostgreSQL and Chromium: tests that lack them are told at the end of the run, not here."""
    names = [one.debian for one in programs.missing()] if debian.is_debian() else []
    if names and (debian.is_root() or fix):
        debian.refresh()
        with debian.no_cluster():
            _try_to_install(names)


def _prepare(
    options: argparse.Namespace,
    lock: str,
    needed: tuple[libraries.Library, ...],
    welcome: tuple[libraries.Library, ...] = (),
) -> None:
    """Bring the machine to where the program can start, or say in full what is missing.

    What is only welcome (`welcome`, faces) is seen to once, before an installation.
    """
    first = options.act is prepare or not environment.is_ready(lock)
    absent = libraries.missing(needed)
    wish = libraries.missing(welcome) if first else ()
    letters = _letters() if first else []
    if absent or wish or letters or environment.needs_venv_package():
        _install_or_say(absent, wish, letters, options.fix)
    if environment.make_ready(lock) or options.act is prepare:
        _take_fonts()


def _take_fonts() -> None:
    """Once after an installation: a registry out of reach must not slow down every start."""
    failures = fonts.take()
    for failure in failures:
        print(failure, flush=True)
    if not failures or not debian.is_debian():
        return
    if debian.is_root():
        _try_to_install(fonts.debian_packages())
    print("The system's faces stand in; `make prepare` tries again.", flush=True)


def _install_or_say(
    absent: tuple[libraries.Library, ...],
    wish: tuple[libraries.Library, ...],
    letters: list[str],
    fix: bool,
) -> None:
    if not debian.is_debian():
        _stop_elsewhere(absent)
        return
    may_install = debian.is_root() or fix
    if may_install:
        debian.refresh()
    packages = debian.packages_for(absent)
    if environment.needs_venv_package():
        packages.append(_venv_package())
    extra = [*debian.packages_for(wish), *letters]
    if may_install:
        debian.install(packages)
        _try_to_install(extra)
    elif packages:
        line = debian.line_for([*packages, *extra])
        raise SetUpError(f"Missing on this machine. Please run:\n  {line}\nand then again.")
    else:
        print(f"Not needed, but better with them: {debian.line_for(extra)}", flush=True)


def _try_to_install(packages: list[str]) -> None:
    try:
        debian.install(debian.known_packages(packages))
    except SetUpError as trouble:
        print(trouble, flush=True)


def _stop_elsewhere(absent: tuple[libraries.Library, ...]) -> None:
    if environment.needs_venv_package():
        raise SetUpError("Python's `venv` and `ensurepip` modules are missing; install them first.")
    if absent:
        names = " ".join(library.soname for library in absent)
        raise SetUpError(f"Missing system libraries (your system's packages have them): {names}")


def _letters() -> list[str]:
    """Debian packages with faces, where npm cannot bring better ones; missing ones only."""
    if sys.platform != "linux" or fonts.npm() or not fonts.wanted_from_npm():
        return []
    return fonts.debian_packages() if debian.is_debian() else []


def _venv_package() -> str:
    exact = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return next(iter(debian.known_packages([exact])), "python3-venv")


def _python(*words: str) -> int:
    command = [str(environment.python()), *words]
    sys.stdout.flush()
    if os.name == "posix":  # the program itself gets the signals and the terminal
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tools/dev.py", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, act in {
        "run": run,
        "office": office,
        "demo": demo,
        "test": test,
        "lint": lint,
        "bench": bench,
        "soak": soak,
        "shots": shots,
        "doctor": examine,
        "prepare": prepare,
    }.items():
        command = commands.add_parser(name, help=act.__doc__, allow_abbrev=False)
        command.add_argument("--fix", action="store_true", help="install what is missing (sudo)")
        command.set_defaults(act=act, screen=False)
        if name == "doctor":
            command.add_argument("--screen", action="store_true", help="try to open a window too")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
