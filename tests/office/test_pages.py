"""The pages over HTTP: who sees which, forms that came from elsewhere, words that are no markup."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from pos.office.web.pages import PAGES
from tests.office.office import PASSWORD, Browser, Office, said

TEXT = {"accept_language": "en"}


def inside(office: Office, role: str = "owner", shops: frozenset[int] = frozenset()) -> Browser:
    if role != "owner":
        office.person("boss")
    office.person("ana", role, shops)
    browser = office.browser()
    assert browser.log_in("ana").headers["location"] == "/"
    return browser


def test_whoever_is_not_logged_in_is_sent_to_the_door(small_office: Office) -> None:
    browser = small_office.browser()
    for page in PAGES:
        if page.method == "GET" and not page.public:
            answer = browser.get(re.sub("{.*?}", "1", page.path))
            assert (answer.status_code, answer.headers["location"]) == (303, "/log-in"), page.path
    browser.get("/log-in")
    for page in PAGES:
        if page.method == "POST" and not page.public:
            assert browser.post(re.sub("{.*?}", "1", page.path)).status_code == 401, page.path


_LOOKING = ("/reports", "/members", "/programs")


def test_each_role_finds_what_it_may_see_and_nothing_else(small_office: Office) -> None:
    small_office.shop(1)
    seen = {
        "owner": ["/", *_LOOKING, "/shops", "/terminals", "/inbox", "/people", "/audit"],
        "manager": ["/", *_LOOKING, "/shops", "/terminals", "/inbox"],
        "reports": ["/", "/reports", "/programs", "/shops"],
        "support": ["/", "/shops", "/terminals", "/inbox", "/audit"],
    }
    small_office.person("boss")
    for role, paths in seen.items():
        small_office.person(f"a-{role}", role, frozenset({1}))
        browser = small_office.browser()
        browser.log_in(f"a-{role}")
        menu = re.findall(r'<li><a href="([^"]+)"', browser.get("/").text.partition("<main")[0])
        assert [path for path in menu if path in seen["owner"]] == paths
        for page in PAGES:
            if page.method == "GET" and page.right and "{" not in page.path:
                status = 200 if page.path in (*paths, *_forms(role)) else 403
                assert browser.get(page.path).status_code == status, (role, page.path)


def _forms(role: str) -> tuple[str, ...]:
    """What one may open besides, from within other pages."""
    more = {
        "owner": ("/people/new", "/shops/new", "/months", "/terminals/new", "/programs/drafts"),
        "support": ("/terminals/new",),
    }
    return more.get(role, ())


def test_a_right_is_asked_for_what_is_sent_as_well(small_office: Office) -> None:
    browser = inside(small_office, "reports")
    form = {"login": "eve", "name": "Eve", "role": "owner", "active": "1"}
    assert browser.post("/people/new", form).status_code == 403


def test_who_is_refused_still_sees_the_way_back_and_who_they_are(small_office: Office) -> None:
    browser = inside(small_office, "reports")
    told = browser.get("/people", **TEXT)
    assert told.status_code == 403
    assert "Your role may not do this." in told.text
    assert 'href="/shops"' in told.text
    assert "Log out" in told.text


def test_a_manager_sees_their_own_shops_only(small_office: Office) -> None:
    small_office.shop(1, "Nord")
    small_office.shop(2, "Süd")
    browser = inside(small_office, "manager", frozenset({2}))
    for path in ("/", "/shops"):
        text = browser.get(path).text
        assert "Süd" in text
        assert "Nord" not in text


def test_the_first_log_in_leads_to_a_password_of_ones_own(small_office: Office) -> None:
    owner = inside(small_office)
    form = {"login": "bob", "name": "Bob", "role": "reports", "active": "1"}
    once = re.search(r"<code>(.*)</code>", owner.post("/people/new", form).text)
    assert once
    bob = small_office.browser()
    assert bob.log_in("bob", once[1]).headers["location"] == "/password"
    assert bob.get("/").headers["location"] == "/password"
    bob.get("/password")
    wrong = bob.post(
        "/password", {"old": once[1], "new": "a new long one", "again": "another one!"}
    )
    assert (wrong.status_code, said(wrong)) == (422, "The new password is not the same twice.")
    right = {"old": once[1], "new": "a new long one", "again": "a new long one"}
    assert bob.post("/password", right).headers["location"] == "/"
    assert bob.get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://office.example"},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(
    small_office: Office, headers: dict[str, str]
) -> None:
    browser = inside(small_office)
    form = {"number": "5", "name": "X", "zone": "UTC", "currency": "EUR", "active": "1"}
    browser.get("/shops/new")
    assert browser.post("/shops/new", form, **headers).status_code == 403
    assert "There is no shop here yet." in browser.get("/shops", **TEXT).text
    assert browser.post("/shops/new", form, origin="https://office.example").status_code == 303


@pytest.mark.parametrize("token", ["", "0" * 64, "\u00e4", "x" * 5000])
def test_a_form_without_this_visits_token_changes_nothing(small_office: Office, token: str) -> None:
    browser = inside(small_office)
    other = small_office.browser()
    other.log_in("ana")
    for given in (token, other.csrf):
        browser.csrf = given
        assert browser.post("/log-out").status_code == 403
    assert browser.get("/").status_code == 200


def test_a_planted_cookie_is_worth_nothing_after_the_log_in(small_office: Office) -> None:
    small_office.person("ana")
    thief = small_office.browser()
    thief.get("/log-in")
    planted = thief.client.cookies["__Host-regulars"]
    victim = small_office.browser()
    victim.client.cookies.set("__Host-regulars", planted, domain="office.example", path="/")
    victim.csrf = thief.csrf
    answer = victim.post("/log-in", {"login": "ana", "password": PASSWORD})
    assert answer.headers["location"] == "/"
    assert planted not in answer.headers["set-cookie"]
    assert thief.get("/").headers["location"] == "/log-in"


def test_the_cookie_is_for_this_host_and_no_script(small_office: Office) -> None:
    cookie = small_office.browser().get("/log-in").headers["set-cookie"]
    for words in ("__Host-regulars=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert words in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize("change", ["x", "", ".", "a.b", "\x01"])
def test_a_cookie_that_was_tampered_with_is_no_visit(small_office: Office, change: str) -> None:
    browser = inside(small_office)
    token, _, _ = browser.client.cookies["__Host-regulars"].rpartition(".")
    browser.client.cookies.clear()
    answer = browser.client.get("/", headers={"cookie": f"__Host-regulars={token}.{change}"})
    assert answer.headers["location"] == "/log-in"


def test_a_visit_ends_with_the_log_out(small_office: Office) -> None:
    browser = inside(small_office)
    old = browser.client.cookies["__Host-regulars"]
    answer = browser.post("/log-out")
    assert answer.headers["location"] == "/log-in"
    assert "Max-Age=0" in answer.headers["set-cookie"]
    again = browser.client.get("/", headers={"cookie": f"__Host-regulars={old}"})
    assert again.headers["location"] == "/log-in"


def test_an_idle_visit_has_to_log_in_again(small_office: Office) -> None:
    browser = inside(small_office)
    small_office.clock.advance(timedelta(minutes=61))
    assert browser.get("/").headers["location"] == "/log-in"


def test_what_people_type_is_never_markup(small_office: Office) -> None:
    small_office.shop(1, "<script>alert(1)</script>")
    browser = inside(small_office)
    text = browser.get("/").text + browser.get("/audit").text
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    answer = browser.post("/people/new", {"login": '"><b>', "name": "<i>", "role": "x"})
    assert answer.status_code == 422
    assert "<b>" not in answer.text
    assert "<i>" not in answer.text


def test_a_wrong_form_says_what_and_keeps_what_was_typed(small_office: Office) -> None:
    browser = inside(small_office)
    form = {"number": "7", "name": "Mitte", "zone": "Mars", "currency": "eur", "active": "1"}
    answer = browser.post("/shops/new", form, accept_language="en")
    assert (answer.status_code, said(answer)) == (422, "There is no such time zone.")
    assert 'value="Mitte"' in answer.text
    assert re.search(r'id="zone"[^>]*aria-invalid="true" aria-describedby="said"', answer.text)
    assert browser.post("/shops/new", {**form, "zone": "Europe/Berlin"}).status_code == 303


def test_a_changed_person_is_shown_and_the_log_tells_it(small_office: Office) -> None:
    browser = inside(small_office)
    bob = small_office.person("bob", "reports")
    form = {"login": "bob", "name": "Robert", "role": "support"}
    assert browser.post(f"/people/{bob.id}", form).headers["location"] == "/people"
    assert "Robert" in browser.get("/people").text
    log = browser.get("/audit?act=person-changed", **TEXT).text
    assert "Role: Reports only → Support" in log
    assert "State: Active → Closed" in log
    assert "Logged in" not in log.partition("<tbody>")[2]


def test_the_audit_log_goes_on_where_the_page_ended(small_office: Office) -> None:
    for number in range(1, 61):
        small_office.shop(number)
    browser = inside(small_office)
    first = browser.get("/audit?act=shop-added").text
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older
    second = browser.get(older[1].replace("&amp;", "&")).text
    assert [text.count('class="when"') for text in (first, second)] == [50, 10]
    assert browser.get("/audit?before=nonsense").status_code == 400


def test_the_language_is_as_asked_or_as_chosen(small_office: Office) -> None:
    browser = small_office.browser()
    asked = {
        "ko-KR,ko;q=0.9,en;q=0.8": "로그인",
        "fr, ja;q=0.5, en;q=0.4": "ログイン",
        "zh-CN": "登录",
        "en;q=0.1, ko;q=0.0": "Log in",
        "x" * 5000: "Log in",
        "*": "Log in",
    }
    for header, word in asked.items():
        assert f"<h1>{word}</h1>" in browser.get("/log-in", accept_language=header[:4000]).text
    browser.get("/language/ko")
    assert '<html lang="ko">' in browser.get("/log-in", **TEXT).text
    assert browser.get("/language/xx").status_code == 404


def test_nothing_a_person_sees_may_be_kept_by_the_browser(small_office: Office) -> None:
    browser = inside(small_office)
    for path in ("/", "/people", "/nothing"):
        headers = browser.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert "max-age" in browser.get("/static/office.css").headers["cache-control"]


def test_too_many_fields_are_refused(small_office: Office) -> None:
    browser = inside(small_office)
    many = {f"f{number}": "1" for number in range(250)}
    assert browser.post("/shops/new", many).status_code == 400
