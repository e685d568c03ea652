"""What is said of sales, returns, amounts and shifts, in English."""

from __future__ import annotations

SAID_OF_ACTS = {
    "amount-ambiguous": (
        "“{typed}” can be read in two ways. Type the amount without a thousands sign."
    ),
    "amount-empty": "No amount was given. Type the total of the sale, such as 12.50.",
    "amount-missing": "No amount was given. Type the total of the sale, or its lines with --line.",
    "amount-negative": (
        "An amount cannot be below zero. For goods brought back: regulars return NUMBER"
    ),
    "amount-too-fine": "{currency} has {digits} digits after the point. Type the amount again.",
    "amount-too-large": "No sale may be above {limit_minor}. Check the amount and type it again.",
    "amount-unreadable": (
        "“{typed}” is no amount. Type digits, with a point or comma before the cents."
    ),
    "amount-zero": "An amount of zero brings nothing. Type the total of the sale.",
    "barcode-taken": (
        "The barcode {barcode} belongs to the product {product} already. Take it off there first."
    ),
    "basket-currency": (
        "Only the shop's own currency counts here, not {currency}. Ring up the sale in the shop's "
        "currency; a receipt in another one earns nothing."
    ),
    "basket-empty": "Nothing was rung up. Give an amount, or lines with --line.",
    "basket-too-long": "{lines} lines are too many for one sale. Split it into two.",
    "basket-total": "The total of {amount_minor} is not possible. Check the amounts of the lines.",
    "closing-none": "No shift was closed at this till yet.",
    "closing-unknown": "No closing has the number {shift}. It stands at the top of its paper.",
    "code-damaged": (
        "“{text}” was not read correctly. Scan it again, or type the digits below the code."
    ),
    "code-empty": "No code was given. Type the digits below the code, or scan it again.",
    "code-foreign": "“{text}” is no code of ours. Scan the code on the member's card.",
    "code-too-long": "This code is far too long for one of ours. Scan the code on the card.",
    "currency-fixed": (
        "Sales were booked in {currency}, so the currency stays. For another, set up a new "
        "shop: --data DIR"
    ),
    "currency-unknown": "“{currency}” is no currency we know. Check the shop's settings.",
    "day-ahead": "{day} is still to come. Name today or a past day.",
    "days-backwards": "{start} is after {end}. Name the earlier day with --from.",
    "line-amount": "A line of {amount_minor} is not possible. Type its amount again.",
    "line-tax": "A tax of {tax_minor} does not fit the line. Check the receipt.",
    "line-units": "A line of {units} pieces is not possible. Type the number again.",
    "line-unreadable": (
        '“{text}” is no line. Write it as TEXT=PRICE, such as "Flat white=3.80x2@coffee".'
    ),
    "lines-differ": (
        "The lines come to {lines_minor}, not to {amount_minor}. Leave the amount out, or "
        "correct it."
    ),
    "program-exists": "Program {number} is published already. Give the new one the next number.",
    "program-invalid": (
        "The program is not valid at {where} (line {line}): {why}. Correct it and publish it again."
    ),
    "program-none": "No program is in force today. Check the clock, or have one published.",
    "program-unreadable": (
        "The program in the ledger cannot be read. Ask a manager to publish it again."
    ),
    "product-unreadable": (
        "“{text}” is no product. Write its code, with *2 behind it for two or *250g for a weight."
    ),
    "reason-missing": "Say why; it stands in the books: --why TEXT",
    "replay-currency": (
        "The draft counts in {currency}, the shop's past in another currency. Change its amounts."
    ),
    "return-line": (
        "“{text}” is no line of this sale, which has {lines}. Write 2, or 2x1 for one unit of "
        "line 2."
    ),
    "return-not-undoable": "A return cannot be undone. Ring the goods up again.",
    "return-nothing": "Nothing was chosen to return. Name a line of the slip: --line 2",
    "return-too-many": "Line {line}: only {left} can still be returned. Choose fewer.",
    "return-why": "Say why goods are taken back without their sale: --why TEXT",
    "sale-not-found": (
        "No sale is known as “{text}”. Type the number on the slip, such as 1-812, or its 20 "
        "digits."
    ),
    "sale-elsewhere": (
        "Sale {terminal}-{seq} is of another till, and head office was not asked for it: it cannot "
        "be reached, or does not have it yet. Try again later, or return the goods without it."
    ),
    "sale-number-range": (
        "Sale {terminal}-{seq} does not fit into a slip's code. Find it by the member instead."
    ),
    "sale-returned": "Sale {terminal}-{seq} was returned already. Check the slip's number.",
    "sale-unknown": "Sale {terminal}-{seq} is not known here. Return it in the shop that sold it.",
    "shift-not-closed": "This shift is still open. Close it first.",
    "shift-open": "A shift is open at till {terminal} already. Close it first.",
    "shift-over": "This shift was closed meanwhile. Try again: it is booked outside of it.",
    "shift-unknown": "No shift is open. Sign in at the counter to open one.",
    "slip-not-found": "No sale has the number “{typed}” here. Check it on the slip.",
    "slip-unknown": "No slip is kept for sale {terminal}-{seq}. Check the number on the slip.",
    "till-number-unreadable": (
        "The till's receipt number may have {longest} visible signs. Shorten it."
    ),
    "undo-moved-on": "Another window has booked something since. Look at the last act again.",
    "undo-nothing": "There is nothing to undo. To take an older sale back: regulars return NUMBER",
    "undo-other-operator": (
        "{operator} did this. Only they can undo it: --operator {operator}; or return the sale."
    ),
    "undo-too-old": (
        "Undo works for {minutes} minutes. To take the sale back: regulars return NUMBER"
    ),
    "void-touched": (
        "Some of this sale was returned already. Return the rest instead: regulars return NUMBER"
    ),
}
