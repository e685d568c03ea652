"""Codes that are lists of parameters or links: RU, KZ, UA, UZ, HR, ME, AL, GR, EG, UY, BR."""

from __future__ import annotations

from decimal import Decimal
from string import ascii_uppercase, digits

import pytest

from loyalty.errors import LoyaltyError
from receipts.reading.claim import DocumentKind, Outcome
from receipts.reading.judging import refusal
from receipts.reading.schemes import read_code

RU = "t=20260725T1507&s=1214.95&fn=7384440901402798&i=145&fp=698610272&n=1"
KZ = "https://ofd1.kz/t/?i=362397639340&f=010101907421&s=1820.0&t=20220723T180527"
UA = "https://cabinet.tax.gov.ua/cashregs/check?date=20260429&time=222006&id=696582&sm=437.40&fn=3000909908"
UZ = "https://ofd.soliq.uz/check?t=UZ191211501033&r=559&c=20211109170634&s=336289559214"
HR = "https://porezna.gov.hr/rn?zki=16ac248e21a738625b98d17e51149e87&datv=20250802_2148&izn=700"
ME = (
    "https://mapr.tax.gov.me/ic/#/verify?iic=3D0C55CE96F5625625F8EADED816DC81&tin=02793962"
    "&crtd=2025-09-27T21:18:16%2002:00&ord=1097292&bu=a&cr=b&sw=c&prc=6.58"
)
GR = (
    "https://www1.aade.gr/tameiakes/myweb/q1.php?SIG=FFG21000174000235756D84CEFB230D95EB5689587A0"
    "2C1B78D9A99E21755.99"
)
EG = (
    "https://invoicing.eta.gov.eg/receipts/search/68e656b251e67e8358bef8483ab0d51c6619f3e7a1a9f0e"
    "75838d41ff368f320/share/2026-07-24T09:30:15Z#Total:275.80,IssuerRIN:200173707"
)
UY = "https://www.efactura.dgi.gub.uy/consultaQR/cfe?216753930012,111,A,758,291.45,20241022,dpmL"
BR_KEY = "35260420826969000123650010000026651745414959"
BR = f"https://www.nfce.fazenda.sp.gov.br/qrcode?p={BR_KEY}|3|1"
OFFLINE_KEY = "35260420826969000123650010000026659745414954"
BR_OFFLINE = f"https://sefaz.example/qr?p={OFFLINE_KEY}|3|1|09|150.75|1|12345678901|c2lnbmVk"
ALL = (RU, KZ, UA, UZ, HR, ME, GR, EG, UY, BR, BR_OFFLINE)


def code_of(scanned: str | bytes) -> str:
    """The code with which a receipt is refused as no receipt."""
    with pytest.raises(LoyaltyError) as no:
        read_code(scanned)
    return no.value.code


@pytest.mark.parametrize("code", ALL)
def test_each_is_a_sale_that_could_be_credited(code: str) -> None:
    claim = read_code(code)
    assert claim.kind is DocumentKind.SALE
    assert refusal(claim) is None
    assert read_code(code.encode() + b"\r\n") == claim


@pytest.mark.parametrize("code", ALL)
def test_a_part_that_is_missing_is_no_receipt(code: str) -> None:
    assert code_of(code[: len(code) * 2 // 3]) in ("receipt-malformed", "receipt-unknown")


@pytest.mark.parametrize("code", [RU, KZ, UA, UZ, HR, ME])
def test_the_same_receipt_has_one_key_in_any_order_and_escaping(code: str) -> None:
    head, mark, query = code.rpartition("?")
    turned = "&".join(reversed(query.split("&")))
    escaped = query.replace("1", "%31")
    keys = {read_code(head + mark + written).key for written in (query, turned, escaped)}
    assert len(keys) == 1


@pytest.mark.parametrize("code", [RU, KZ, UA, UZ, HR, ME, GR])
def test_a_parameter_given_twice_is_refused(code: str) -> None:
    twice = code.rpartition("?")[2].split("&")[0]
    assert code_of(f"{code}&{twice}") == "receipt-malformed"


@pytest.mark.parametrize(
    ("n", "kind"),
    [
        ("2", DocumentKind.REFUND),
        ("3", DocumentKind.PURCHASE),
        ("4", DocumentKind.PURCHASE_REFUND),
    ],
)
def test_russia_tells_refunds_and_purchases(n: str, kind: DocumentKind) -> None:
    claim = read_code(f"{RU[:-1]}{n}")
    assert claim.kind is kind
    reason = refusal(claim)
    assert reason is not None
    assert reason.code == f"receipt-kind-{kind.value}"


def test_russia_has_minutes_or_seconds_and_a_number_that_counts_up() -> None:
    claim = read_code(RU)
    assert (claim.issued_at, claim.device, claim.counter) == (
        "2026-07-25T15:07",
        "7384440901402798",
        145,
    )
    assert read_code(RU.replace("i=145", "i=00145")).key == claim.key
    assert code_of(RU.replace("n=1", "n=5")) == "receipt-malformed"
    assert code_of(f"{RU}&x=1") == "receipt-malformed"


def test_letters_shared_by_russia_kazakhstan_and_uzbekistan_mean_what_each_says() -> None:
    assert [read_code(code).scheme for code in (RU, KZ, UZ)] == ["ru-fns", "kz-ofd", "uz-soliq"]
    assert read_code(UZ).total is None
    assert read_code(KZ).total == Decimal("1820.0")
    assert code_of(KZ.replace("ofd1.kz", "ofd1.kz.evil.example")) == "receipt-unknown"
    assert code_of(UZ.replace("ofd.soliq.uz", "user@ofd.soliq.uz")) == "receipt-unknown"


def test_ukraine_reads_a_time_without_seconds_and_needs_no_mac() -> None:
    claim = read_code(UA.replace("time=222006", "time=2220"))
    assert claim.issued_at == "2026-04-29T22:20"
    assert claim.outcome("mac") is Outcome.NOT_POSSIBLE


@pytest.mark.parametrize(
    ("written", "total"),
    [
        ("132,72", "132.72"),
        ("132.72", "132.72"),
        ("5,0", "5.0"),
        ("187500", "1875.00"),
        ("700", "7.00"),
        ("5", "0.05"),
    ],
)
def test_croatia_writes_units_or_cents(written: str, total: str) -> None:
    assert read_code(HR.replace("izn=700", f"izn={written}")).total == Decimal(total)


def test_croatia_paid_in_kuna_before_2023() -> None:
    assert read_code(HR).currency == "EUR"
    assert read_code(HR.replace("20250802_", "20221231_")).currency == "HRK"


@pytest.mark.parametrize("izn", ["1.234,56", "-5,00", "5,000", "1e5", "５,00", "9" * 40])
def test_croatian_amounts_that_could_be_two_are_none(izn: str) -> None:
    assert code_of(HR.replace("izn=700", f"izn={izn}")) == "receipt-malformed"


@pytest.mark.parametrize("plus", ["+", "%2B", " ", "%20"])
def test_the_plus_of_an_offset_arrives_in_four_ways(plus: str) -> None:
    claim = read_code(ME.replace("%20", plus))
    assert claim.issued_at == "2025-09-27T21:18:16+02:00"


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("3D0C55CE", "3D0C55CG", "iic_shape"),
        ("&sw=c", "", "parameters_present"),
        ("&cr=b", "&cr=", "parameters_present"),
    ],
)
def test_montenegro_needs_every_part_and_a_code_of_32_digits(
    old: str, new: str, check: str
) -> None:
    claim = read_code(ME.replace(old, new))
    assert claim.outcome(check) is Outcome.FAIL
    reason = refusal(claim)
    assert reason is not None
    assert (reason.code, reason.check) == ("receipt-check", check)


@pytest.mark.parametrize(
    "code",
    [
        ME.replace("mapr.tax.gov.me", "efitest.tax.gov.me"),
        GR.replace("www1.aade.gr", "147.102.24.100"),
        EG.replace("//invoicing", "//preprod.invoicing"),
        BR[:-1] + "2",
    ],
)
def test_systems_for_trials_are_refused_as_such(code: str) -> None:
    reason = refusal(read_code(code))
    assert reason is not None
    assert reason.code == "receipt-test-system"


def test_greece_states_a_minute_only_on_newer_devices_and_is_read_with_blanks() -> None:
    signed = "23FF055EC975FA1D260A2C9674D0072604270925"
    newer = f"{GR.partition('SIG=')[0]}SIG=DMB2300207100204715{signed}15.00"
    assert read_code(newer).issued_at == "2026-04-27T09:25"
    assert read_code(GR).issued_at is None
    spread = GR.replace("FFG21000174", "FFG21000174 ").replace("55.99", " 55.99")
    assert read_code(spread) == read_code(GR)
    assert read_code(spread.replace(" ", "%20")) == read_code(GR)


def test_uruguay_writes_its_date_in_two_orders() -> None:
    assert read_code(UY).issued_at == "2024-10-22"
    assert read_code(UY.replace("20241022", "22102024")).issued_at == "2024-10-22"
    assert read_code(UY.replace("20241022", "20102012")).issued_at == "2012-10-20"


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("101", DocumentKind.SALE),
        ("201", DocumentKind.SALE),
        ("102", DocumentKind.REFUND),
        ("112", DocumentKind.REFUND),
        ("212", DocumentKind.REFUND),
        ("181", DocumentKind.PROFORMA),
        ("282", DocumentKind.PROFORMA),
    ],
)
def test_uruguay_tells_credit_notes_and_deliveries(kind: str, found: DocumentKind) -> None:
    assert read_code(UY.replace(",111,", f",{kind},")).kind is found


def test_brazil_online_has_a_month_and_no_total_and_offline_has_both() -> None:
    online, offline = read_code(BR), read_code(BR_OFFLINE)
    assert (online.issued_at, online.total) == ("2026-04", None)
    assert (offline.issued_at, offline.total) == ("2026-04-09", Decimal("150.75"))
    assert (online.device, online.counter) == ("20826969000123-001", 2665)
    other = BR.replace("www.nfce.fazenda.sp.gov.br", "nfce.sefaz.rs.gov.br").replace("|", "%7C")
    assert read_code(other) == online


def test_brazil_believes_no_total_that_the_key_does_not_allow() -> None:
    forged = BR_OFFLINE.replace(OFFLINE_KEY, BR_KEY)
    assert code_of(forged) == "receipt-malformed"
    assert code_of(BR_OFFLINE.replace("|09|", "|31|")) == "receipt-malformed"


def test_brazilian_companies_may_have_letters_since_they_are_given_out() -> None:
    key = "35260712ABC34501DE35650010000026651745414955"
    claim = read_code(BR.replace(BR_KEY, key))
    assert (claim.merchant, refusal(claim)) == ("12ABC34501DE35", None)
    assert code_of(BR.replace(BR_KEY, f"352606{key[6:]}")) == "receipt-malformed"


def test_every_digit_of_a_brazilian_key_is_guarded() -> None:
    for at in range(44):
        for new in ascii_uppercase + digits:
            if new == BR_KEY[at]:
                continue
            changed = BR_KEY[:at] + new + BR_KEY[at + 1 :]
            try:
                claim = read_code(BR.replace(BR_KEY, changed))
            except LoyaltyError:
                continue
            assert claim.outcome("key_mod11") is Outcome.FAIL
            assert refusal(claim) is not None


def test_exchanged_digits_of_a_brazilian_key_are_seen() -> None:
    for at in range(43):
        pair = BR_KEY[at : at + 2]
        if pair[0] == pair[1]:
            continue
        changed = BR_KEY[:at] + pair[::-1] + BR_KEY[at + 2 :]
        try:
            claim = read_code(BR.replace(BR_KEY, changed))
        except LoyaltyError:
            continue
        assert claim.outcome("key_mod11") is Outcome.FAIL
