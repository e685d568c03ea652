"""`regulars case` and `regulars message`, with a mail server behind them."""

from __future__ import annotations

import json
from pathlib import Path

from pos.settings import read_settings, write_settings
from tests.care.post_office import PostOffice
from tests.shop.conftest import CommandLine

BOSS = ("--operator", "sam")  # the demo's manager
SECRET = "open-sesame"


def reader(command: CommandLine) -> str:
    """A fresh member who agreed to letters; their id."""
    told = command.told("member", "add", "--phone", "010-1234-5678", "--name", "Kim Min-jun")
    member: str = told.json["member"]["id"]
    command("member", "edit", member, "--email", "kim@example.org")
    command("member", "consent", member, "email")
    return member


def settings(command: CommandLine, office: PostOffice, **more: object) -> None:
    file = command.data / "settings.toml"
    known = read_settings(file)[0]
    wanted: dict[str, object] = {
        "mail_host": "127.0.0.1",
        "mail_port": office.port,
        "mail_security": "none",
        "mail_from": "shop@example.org",
    }
    for name, value in (wanted | more).items():
        known = known.changed(name, value)
    write_settings(file, known)


def test_a_case_on_the_command_line(demo: CommandLine) -> None:
    who = reader(demo)
    words = ("case", "open", "Cold coffee", "--member", who, "--cause", "goods")
    assert demo.told(*words, "--promise", "A new one").error == "case-due"
    made = demo.told(*words, "--promise", "A new one", "--due", "2099-12-31", "--owner", "sam")
    case = made.json["case"]["id"]
    more = ("case", "add", case, "A coffee on us", "--points", "30")
    assert demo.told(*more, "--operator", "ana").error == "approval-needed"
    told = demo.told(*more, "--operator", "ana", "--approve", "sam", "--pin", "3333")
    assert told.json["case"]["goodwill"] == 30
    assert demo.told("member", "show", who).json["points"]["balance"] == 30
    listed = demo.told("case", "list").json
    assert [one["id"] for one in listed["cases"]] == [case]
    assert demo.told("case", "list", "--overdue").json["cases"] == []
    assert case in demo("case", "list", "--member", who).out
    seen = demo.told("case", "list", "--case", case).json["case"]
    assert [word["words"] for word in seen["added"]] == ["A coffee on us"]
    assert demo("case", "close", case, "Settled", *BOSS).status == 0
    assert demo.told("case", "add", case, "More").error == "case-closed"
    assert demo.told("case", "list", "--closed").json["cases"][0]["resolution"] == "Settled"
    assert demo.told("case", "list").json["recovery"]["state"] == "too-young"


def test_letters_on_the_command_line(demo: CommandLine, office: PostOffice, tmp_path: Path) -> None:
    who = reader(demo)
    assert "--ready" in demo("message", "templates").out
    assert demo.told("message", "send").error == "mail-off"
    settings(demo, office)
    assert demo.told("message", "templates", "welcome", *BOSS).error == "letter-how"
    kept = demo.told("message", "templates", "welcome", "--ready", *BOSS).json["letter"]
    assert (kept["language"], kept["active"]) == ("en", True)
    body = tmp_path / "body.txt"
    body.write_text("Hi {first}, {wrong}", encoding="utf-8")
    change = ("message", "templates", "welcome", "--body", str(body), *BOSS)
    assert demo.told(*change).error == "letter-field"
    assert "“wrong” is no field of this letter" in demo(*change).err
    body.write_text("Hi {first}, you have {balance} points", encoding="utf-8")
    assert demo(*change).status == 0
    seen = demo.told("message", "preview", "welcome", who).json
    assert (seen["body"], seen["due"]) == ("Hi Kim, you have 0 points", True)
    assert demo.told("message", "due").json["due"] == {"welcome": 1}
    assert demo.told("message", "send").json["sent"] == {"sent": 1}
    assert demo.told("message", "send").json["sent"] == {}
    assert [address for address, _ in office.taken] == ["kim@example.org"]
    listed = demo.told("message", "list").json
    assert listed["counts"] == {"welcome": {"sent": 1}}
    assert listed["messages"][0]["member"] == who
    assert demo("message", "templates", "welcome", "--off", *BOSS).status == 0
    assert demo.told("message", "templates").json["letters"][0]["active"] is False


def test_a_server_that_is_not_there_is_said_and_letters_wait(
    demo: CommandLine, office: PostOffice
) -> None:
    reader(demo)
    settings(demo, office, mail_host="localhost.invalid", mail_timeout_s=1)
    demo("message", "templates", "welcome", "--ready", *BOSS)
    told = demo.told("message", "send")
    assert (told.status, told.error) == (1, "mail-unreachable")
    assert demo.told("message", "list").json["counts"] == {"welcome": {"waiting": 1}}


def test_the_password_is_read_from_its_own_file_and_said_nowhere(
    demo: CommandLine, office: PostOffice
) -> None:
    reader(demo)
    demo("message", "templates", "welcome", "--ready", *BOSS)
    settings(demo, office, mail_user="shop")
    assert demo.told("message", "send").error == "mail-open"
    settings(demo, office, mail_user="shop", mail_security="starttls")
    assert demo.told("message", "send").error == "mail-secret"
    (demo.data / "mail.secret").write_text(f"{SECRET}\n", encoding="utf-8")
    told = demo.told("message", "send")  # the server speaks no TLS: nothing is told to it
    assert told.error == "mail-tls"
    logs = "".join(file.read_text(encoding="utf-8") for file in demo.data.glob("*.log*"))
    assert SECRET not in told.out + told.err + logs
    assert json.loads(told.out)["error"]["code"] == "mail-tls"
