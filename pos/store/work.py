"""What a transaction offers: `View` to read, `Work` to read and write."""

from __future__ import annotations

from pos.store.answers import AnswerView, AnswerWork
from pos.store.audiences import AudienceView
from pos.store.booking import LedgerWork
from pos.store.care_cases import CaseView, CaseWork
from pos.store.care_letters import LetterView, LetterWork
from pos.store.deeds import DeedView, DeedWork
from pos.store.drafts import DraftView, DraftWork
from pos.store.due import DueView
from pos.store.goods import GoodsView, GoodsWork
from pos.store.handed_out import HandedOutView
from pos.store.holding import HoldView, HoldWork
from pos.store.kept import KeptView, KeptWork
from pos.store.past import PastView
from pos.store.profiles import ProfileView, ProfileWork
from pos.store.receipts import ReceiptView, ReceiptWork
from pos.store.sales import SaleView
from pos.store.shop import ShopView, ShopWork
from pos.store.syncing import SyncView, SyncWork
from pos.store.vouchers import VoucherView, VoucherWork
from pos.store.words import WordView


class View(
    WordView,
    SaleView,
    PastView,
    DueView,
    ProfileView,
    VoucherView,
    GoodsView,
    HoldView,
    ReceiptView,
    AnswerView,
    DeedView,
    CaseView,
    LetterView,
    DraftView,
    AudienceView,
    HandedOutView,
    KeptView,
    ShopView,
    SyncView,
):
    """One state of the books, read in one transaction."""

    __slots__ = ()


class Work(
    LedgerWork,
    ProfileWork,
    VoucherWork,
    GoodsWork,
    HoldWork,
    ReceiptWork,
    AnswerWork,
    DeedWork,
    CaseWork,
    LetterWork,
    DraftWork,
    KeptWork,
    ShopWork,
    SyncWork,
    View,
):
    """One transaction that holds the books alone: all of it is kept, or nothing."""

    __slots__ = ()
