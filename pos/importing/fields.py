"""Our fields of each kind of file, and the names that column heads give them in four languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.errors import LoyaltyError
from pos.importing.mapping import Mapping


@dataclass(frozen=True, slots=True)
class Field:
    """A field of ours. `heads`: what its column is called elsewhere, parted by `|`.

    `many`: several columns may fill it. `open`: a family, such as `consent:email`, whose columns
    are headed by the whole name.
    """

    name: str
    heads: str = ""
    many: bool = False
    open: bool = False


_CARD = (
    "card|card code|card number|card no|barcode|loyalty card|kartennummer|카드|카드번호|멤버십번호"
)
_CARDS = f"{_CARD}|カード|カード番号|会員カード|卡号|会员卡号|会员卡"
_PHONE = "phone|phone number|mobile|telephone|tel|cell|telefon|전화|전화번호|휴대폰|휴대전화|연락처"
_PHONES = f"{_PHONE}|電話|電話番号|携帯|携帯電話|手机|手机号|电话|联系电话"
_EMAIL = "email|e-mail|email address|mail|이메일|메일|メール|メールアドレス|邮箱|电子邮件|电子邮箱"
_ID = "id|member id|customer id|customer|customer number|member|household id"
_IDS = (
    f"{_ID}|회원번호|고객번호|회원|고객"
    "|会員番号|顧客番号|会員|顧客|会员编号|会员号|客户编号|会员|客户"
)
_CATEGORY = (
    "category|department|product group|분류|카테고리|カテゴリ|カテゴリー|部門|类别|分类|部门"
)
_BRAND = "brand|브랜드|ブランド|品牌"
_SKU = (
    "sku|article|article number|product id|item number|상품코드|품번|商品コード|品番|商品编号|货号"
)
_FLAGS = "flags|marks|표시|マーク|标记"
_TAX = "tax|vat|세금|부가세|税|消費税|税額|税额"

MEMBERS = (
    Field("id", _IDS),
    Field("name", "name|full name|customer name|이름|성명|고객명|名前|氏名|お名前|姓名|名字"),
    Field("first_name", "first name|given name|forename|vorname"),
    Field("last_name", "last name|family name|surname|nachname"),
    Field("phone", _PHONES, many=True),
    Field("email", _EMAIL),
    Field(
        "birthday",
        "birthday|date of birth|birth date|dob|생일|생년월일|誕生日|生年月日|生日|出生日期",
    ),
    Field(
        "joined",
        "joined|joined on|member since|registered|가입일|등록일|入会日|登録日|入会日期|注册日期",
    ),
    Field("card", _CARDS, many=True),
    Field("language", "language|언어|言語|语言"),
    Field("address", "address|주소|住所|地址"),
    Field("likes", "likes|좋아하는 것|好きなもの|喜好"),
    Field("dislikes", "dislikes|싫어하는 것|嫌いなもの|不喜欢"),
    Field("brands", "favourite brands|favorite brands|선호 브랜드|好きなブランド|喜欢的品牌"),
    Field("tags", "tags|groups|labels|태그|그룹|タグ|グループ|标签|分组"),
    Field("notes", "notes|remarks|comment|메모|비고|メモ|備考|备注"),
    Field("consent", open=True),
    Field("consent_date", "consent date|동의일|同意日|同意日期"),
)
BALANCES = (
    Field("id", _IDS),
    Field("card", _CARDS),
    Field("phone", _PHONES),
    Field("email", _EMAIL),
    Field(
        "points",
        "points|balance|point balance|포인트|적립금|잔액|ポイント|ポイント残高|残高|积分|积分余额",
    ),
    Field(
        "expires",
        "expires|expiry|expiry date|valid until|만료일|유효기간|有効期限|失効日|有效期|到期日",
    ),
    Field("stamps", open=True),
)
PRODUCTS = (
    Field("sku", _SKU),
    Field("barcode", "barcode|ean|gtin|upc|바코드|バーコード|jan|janコード|条码|条形码", many=True),
    Field("name", "name|product|product name|description|상품명|품명|商品名|品名|商品名称"),
    Field("category", _CATEGORY),
    Field("brand", _BRAND),
    Field("price", "price|unit price|retail price|가격|판매가|단가|価格|単価|売価|价格|售价|单价"),
    Field("cost", "cost|cost price|purchase price|원가|매입가|原価|仕入価格|成本|进价"),
    Field("tax", f"tax rate|{_TAX}|세율|税率"),
    Field("flags", _FLAGS),
    Field("per_grams", "per grams|grams|price per grams|단위중량|単位グラム|单位克数"),
    Field("plu", "plu|plu number|저울코드|秤コード|秤码"),
)
SALES = (
    Field(
        "date",
        "date|day|sale date|datetime|timestamp|transaction timestamp|날짜|일자|판매일|일시|"
        "日付|売上日|日時|日期|销售日期",
    ),
    Field("time", "time|시간|시각|時刻|時間|时间"),
    Field(
        "receipt",
        "receipt|receipt number|receipt no|basket id|transaction|transaction id|"
        "invoice|bon|영수증|영수증번호|レシート|レシート番号|伝票番号|小票|小票号|单号",
    ),
    Field("till", "till|terminal|register|pos|store id|계산대|단말기|レジ|レジ番号|收银台|收银机"),
    Field("id", _IDS),
    Field("card", _CARDS),
    Field("phone", _PHONES),
    Field("email", _EMAIL),
    Field("text", "text|item|product|product name|description|상품명|품명|商品名|品名|商品名称"),
    Field(
        "amount",
        "amount|total|line total|sales value|price|금액|합계|매출|金額|合計|金额|总额|合计",
    ),
    Field("units", "units|quantity|qty|pieces|수량|数量|個数"),
    Field("sku", _SKU),
    Field("category", _CATEGORY),
    Field("brand", _BRAND),
    Field("tax", _TAX),
    Field("flags", _FLAGS),
)

PURCHASES = (Field("member", _IDS), *(one for one in SALES if one.name in ("date", "amount")))
"""What figures can be counted of without any books."""

FIELDS = {
    "members": MEMBERS,
    "balances": BALANCES,
    "products": PRODUCTS,
    "sales": SALES,
    "purchases": PURCHASES,
}


def folded(head: str) -> str:
    """A head without case, blanks and signs: `E-Mail_Address` is `email address`."""
    plain = unicodedata.normalize("NFKC", head).casefold()
    return "".join(char for char in plain if char.isalnum())


def heads_of(kind: str) -> frozenset[str]:
    """Every head that a kind of file is known by, as people spell them."""
    return frozenset(head for one in FIELDS[kind] for head in one.heads.split("|") if head)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells fill which field: (index from 0, head) of each; `ignored`: heads not used."""

    of: dict[str, tuple[tuple[int, str], ...]]
    ignored: tuple[str, ...] = ()

    def has(self, field: str) -> bool:
        """Whether any column fills the field."""
        return field in self.of


def columns_of(kind: str, header: Sequence[str], mapping: Mapping) -> Columns:
    """The columns of a header: those the mapping names, else those whose heads we know.

    LoyaltyError `mapping-invalid` (no such field), `mapping-column` (no such column),
    `import-column-twice` (two columns could be the field: name one in a mapping file).
    """
    fields = {field.name: field for field in FIELDS[kind]}
    for name in (*mapping.columns, *mapping.constants, *mapping.values):
        family, colon, rest = name.partition(":")
        known = fields.get(family)
        if known is None or known.open != bool(colon and rest):
            raise LoyaltyError("mapping-invalid", key=name[:60])
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for name, wanted in mapping.columns.items():
        found[name] = tuple(_place(one, header, mapping.header) for one in wanted)
    if mapping.header:
        _guess(fields, header, found)
    used = {index for places in found.values() for index, _ in places}
    ignored = tuple(head for index, head in enumerate(header) if index not in used)
    return Columns(found, ignored if mapping.header else ())


def _place(wanted: str | int, header: Sequence[str], named: bool) -> tuple[int, str]:
    if isinstance(wanted, int):
        if wanted > len(header):
            raise LoyaltyError("mapping-column", column=str(wanted))
        return wanted - 1, header[wanted - 1] if named else str(wanted)
    for index, head in enumerate(header):
        if named and head.strip() == wanted.strip():
            return index, head
    raise LoyaltyError("mapping-column", column=wanted[:60])


def _guess(
    fields: dict[str, Field], header: Sequence[str], found: dict[str, tuple[tuple[int, str], ...]]
) -> None:
    """Fill what the mapping left open, by heads; a head that two fields know goes to the first."""
    taken = {index for places in found.values() for index, _ in places}
    named = frozenset(found)
    by_head: dict[str, str] = {}
    for field in fields.values():
        for head in () if field.open else (field.name, *field.heads.split("|")):
            by_head.setdefault(folded(head), field.name)
    by_head.pop("", None)
    for index, head in enumerate(header):
        name = _open_name(head, fields) or by_head.get(folded(head), "")
        if not name or index in taken or name in named:
            continue
        if name in found and not fields[name.partition(":")[0]].many:
            raise LoyaltyError("import-column-twice", field=name, column=head[:60])
        found[name] = (*found.get(name, ()), (index, head))


def _open_name(head: str, fields: dict[str, Field]) -> str:
    """The field that a head such as `stamps:coffee` names in full, or empty."""
    family, colon, rest = head.strip().partition(":")
    known = fields.get(family.strip().casefold())
    return f"{known.name}:{rest.strip()}" if known and known.open and colon and rest else ""
