"""Every "no" of the program as one English sentence with a way on, for the command line.

Errors carry codes and facts only. A code without a sentence here is found by a test, and shown by
its name, never as a traceback.
"""

# size: one table, to be read from A to Z

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from loyalty.errors import LoyaltyError
from pos.cli.file_wording import SAID_OF_FILES
from pos.cli.program_words import SAID_OF_PROGRAMS, why_words
from receipts.writing import format as fmt
from receipts.writing.plain import plain

MOST = 60  # characters of an outside text inside a sentence
MOST_PATH = 200
LONG = ("path", "backup", "said", "why", "known")


def sentence(code: str, facts: Mapping[str, object], currency: str = "") -> str:
    """What to say for a code; facts named `…_minor` are money of the fact `currency` or of ours.

    A fact `why` may be a code itself; then its sentence is put in.
    """
    words = SAID.get(code)
    if code == "program-invalid":
        facts = {**facts, "why": why_words(facts)}
    if words is None:
        return f"This did not work ({plain(code, MOST)}). Run: regulars doctor"
    money = str(facts.get("currency") or currency)
    wanted = [name for _, name, _, _ in Formatter().parse(words) if name]
    return words.format(**{name: _said(name, facts, money) for name in wanted})


def _said(name: str, facts: Mapping[str, object], currency: str) -> str:
    value = facts.get(name)
    if value is None or value == "":
        return "none"
    if name == "why" and str(value) in SAID:
        return sentence(str(value), facts, currency)
    if name.endswith("minor") and isinstance(value, int) and currency:
        return _money(value, currency)
    return plain(str(value), MOST_PATH if name in LONG else MOST)


def _money(minor: int, currency: str) -> str:
    try:
        return fmt.money(minor, currency, "en")
    except LoyaltyError:  # the currency itself may be what is wrong
        return f"{minor} {plain(currency, 8)}"


SAID = {
    "activity-again": "{activity} was rewarded before; it counts once.",
    "activity-approved": (
        "This request was approved already. Take points back with: regulars adjust"
    ),
    "activity-by-profile": (
        "{activity} comes by itself when the profile is filled in: regulars member edit"
    ),
    "activity-declined": (
        "This request was declined already. Record the activity again if that was wrong."
    ),
    "activity-limit": "{activity}: the member has had all that counts (per {per}).",
    "activity-no-request": "There is no such request. See: regulars activity waiting",
    "activity-too-soon": "{activity} counts again from {until}.",
    "activity-unknown": "The program has no activity “{activity}”. See: regulars program export",
    "activity-waiting": "{activity} of this member waits already. See: regulars activity waiting",
    "adjust-most": "So many points at once is a typing error. At most: {most}.",
    "adjust-nothing": "An adjustment of 0 points changes nothing. Give a number of points.",
    "adjust-why": "Say why the points are given or taken; it stands in the books.",
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
    "approval-needed": "This takes a second person ({right}). Call a supervisor, or use --approve.",
    "approval-none": "Nobody approved. Scan a badge, or type an operator's PIN.",
    "approval-same": "Who asks cannot approve. A second person must.",
    "backup-absent": (
        "There is no backup {path}. Check the name; the shop's own are in the folder backups."
    ),
    "backup-failed": "The backup to {path} was not made. Check the disk there, then make it again.",
    "backup-is-ledger": "{path} is the ledger itself. Name the backup that shall take its place.",
    "backup-none": (
        "There is no good backup in {path}. Look on other disks, then: regulars restore FILE"
    ),
    "badge-exists": "This badge belongs to somebody already. Take another.",
    "badge-unknown": "This badge belongs to nobody here. Name the operator: --operator ID",
    "barcode-digits": (
        "A bar code of {length} digits cannot be printed. The slip is printed without it."
    ),
    "basket-below-reward": "{missing_minor} more to use it in full",
    "basket-currency": (
        "This till does not take {currency}. Ring up the sale in the shop's currency."
    ),
    "basket-empty": "Nothing was rung up. Give an amount, or lines with --line.",
    "basket-too-long": "{lines} lines are too many for one sale. Split it into two.",
    "basket-total": "The total of {amount_minor} is not possible. Check the amounts of the lines.",
    "birthday-future": "This birthday is still to come. Check its year.",
    "birthday-unreadable": (
        "This is no day of birth. Write it as 1990-05-03, or --05-03 without the year."
    ),
    "body-unreadable": (
        "An entry of the ledger cannot be read. Nothing was changed; run: regulars ledger verify"
    ),
    "camera-absent": "There is no camera {camera}. Plug one in, or use the hand scanner.",
    "camera-lost": "The camera was unplugged. Plug it in again; it goes on by itself.",
    "camera-refused": "The camera {camera} is used by another program. Close it, then try again.",
    "camera-setting-wrong": (
        "The camera setting “{setting}” is not valid. Correct it in the settings."
    ),
    "camera-stuck": "The camera gives no new picture. Unplug it and plug it in again.",
    "cannot-draw": (
        "The printer {printer} cannot draw pictures. Choose another profile in the settings."
    ),
    "card-blank": (
        "The card {card} belongs to nobody yet. Enrol it: regulars member add --card {card}"
    ),
    "card-blocked": "The card of {member} is blocked. Give a new card, or ask a supervisor.",
    "card-exists": "The card {card} belongs to a member already. Take another blank card.",
    "card-not-ours": "“{card}” is no member card. Take a blank card of ours.",
    "card-number-range": (
        "The number {number} does not fit on a card. Use the next number of the series."
    ),
    "card-replaced": "This card of {member} was replaced and is dead. Take their new card.",
    "card-same": "The old and the new card are the same. Scan the new one.",
    "card-taken": "This card belongs to a member already. Take another blank card.",
    "card-unknown": "The card {card} is not known here. Scan another, or enrol it.",
    "clock-moved-back": (
        "The clock says {today}, but {last} was closed already. Set the clock right; if it "
        "ran ahead then, run: regulars nightly --anew"
    ),
    "closing-none": "No shift was closed at this till yet.",
    "closing-unknown": "No closing has the number {shift}. It stands at the top of its paper.",
    "code-damaged": (
        "“{text}” was not read correctly. Scan it again, or type the digits below the code."
    ),
    "code-empty": "No code was given. Type the digits below the code, or scan it again.",
    "code-foreign": "“{text}” is no code of ours. Scan the code on the member's card.",
    "code-too-long": "This code is far too long for one of ours. Scan the code on the card.",
    "consent-unreadable": "“{typed}” names no consent. Write a word such as email or profiling.",
    "counter-cannot-work": "The counter cannot work here yet. Missing: {missing}.",
    "currency-fixed": (
        "Sales were booked in {currency}, so the currency stays. For another, set up a new "
        "shop: --data DIR"
    ),
    "currency-unknown": "“{currency}” is no currency we know. Check the shop's settings.",
    "decoder-absent": (
        "No reader for camera codes is installed. Use the hand scanner, or run the set-up again."
    ),
    "demo-in-real-shop": (
        "This data folder holds a real shop, and the demo would book sales in it. Choose "
        "another: --data DIR"
    ),
    "disk-full": (
        "The disk is full. Nothing was lost or half booked; make room, then try again ({path})."
    ),
    "email-unreadable": "“{typed}” is no e-mail address. Type it again.",
    "enrol-nothing": "Give a blank card (--card), a phone number (--phone), or both.",
    "erase-unsure": "Erasing cannot be undone. If it is meant: regulars member erase {who} --yes",
    "file-unwritable": "{path} cannot be written ({said}). Choose another file.",
    "folder-refused": (
        "Slips cannot be written to the folder {folder}. Choose another in the settings."
    ),
    "household-full": "A household has at most {most} members. Let somebody leave it first.",
    "household-member": (
        "{member} belongs to a household already. They leave it first: regulars member household "
        "leave WHO"
    ),
    "household-none": (
        "This member shares their account with nobody. Found a household: regulars member "
        "household found WHO"
    ),
    "household-others-in": (
        "Others collect on the account of {member}. They leave it first: regulars member "
        "household leave WHO"
    ),
    "household-self": "This account is their own. Name whose household they shall join.",
    "language-unknown": "“{language}” is no language of our slips. Choose one of: {known}.",
    "ledger-faulty": (
        "The ledger has faults: {faults}. Keep the file as it is, and restore the last good "
        "backup beside it."
    ),
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
    "member-blocked": "{member} cannot collect or redeem at present ({why}). Ask a supervisor.",
    "member-exists": "This member is enrolled already. Look them up by phone or name.",
    "member-in-use": (
        "This member has bought since. Return the sale instead of undoing the enrolment."
    ),
    "member-unknown": "No member has this id. Find them: regulars member find TEXT",
    "merge-household": (
        "{member} belongs to a household. They leave it first: regulars member household leave WHO"
    ),
    "merge-self": "These are the same member. Name two of them.",
    "migration-failed": (
        "The ledger could not be brought to the new version; it was left as it was. Call "
        "whoever looks after this till."
    ),
    "move-same": "These two are one member already.",
    "name-too-long": "A name may have {longest} letters. Shorten it.",
    "network-unreadable": "“{typed}” names no network. Write a word such as instagram.",
    "no-face": "No font here has the letters of {language}. Run the set-up again to fetch it.",
    "no-line-meant": "Nothing in the basket is meant by it",
    "no-unit-left": "No whole unit of it is left to pay",
    "not-a-picture": "{path} is no picture we can read. Choose a PNG or JPEG file.",
    "nothing-left-to-pay": "Nothing is left to pay that it is meant for",
    "opening-negative": "An opening balance cannot be below zero.",
    "opening-nothing": "There is neither a point nor a stamp to bring.",
    "operator-exists": "{operator} is there already. Choose another name.",
    "operator-unknown": "Nobody called “{operator}” signs in here. Name another with --operator.",
    "paper-serial": "Type the paper card's serial number (letters and digits, at most 40).",
    "paper-unprintable": (
        "This slip cannot be printed ({why}). The sale is booked; choose another printer profile."
    ),
    "paper-void": "Paper card {serial} was moved in before. Keep it, and give no stamps for it.",
    "paper-width": "Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings.",
    "phone-taken": "This number belongs to {member} already. Use their card, or another number.",
    "phone-unreadable": "“{typed}” is no phone number. Type its digits again.",
    "picture-absent": "There is no file {path}. Check the name.",
    "picture-too-large": "The picture {path} is too large (limit {limit}). Take a smaller one.",
    "picture-unreadable": "The picture {path} is damaged. Take it again.",
    "pin-format": "A PIN has 4 to 8 digits. Choose another.",
    "pin-none": "{operator} has no PIN yet. Sign in with the badge, or ask a manager for a PIN.",
    "pin-wait": "Too many wrong PINs. Wait {seconds} seconds, or sign in with a badge.",
    "pin-wrong": "Wrong PIN. Try again, or sign in with the badge. Tries left: {left}.",
    "points-held": "Another open basket holds {points} points. Finish it or leave it first.",
    "points-missing": "Points still missing: {points}",
    "points-short": "Usable points: {usable}. Redeem fewer.",
    "printer-absent": (
        "The printer {printer} is not there. Check its cable, or set another: regulars shop "
        "setup --printer …"
    ),
    "printer-cover-open": (
        "The printer {printer} is open. The sale is booked; close it, then: regulars slip "
        "NUMBER --print"
    ),
    "printer-cut-off": (
        "The printer {printer} stopped in the middle. Look at the slip; print it again if it is"
        " not whole."
    ),
    "printer-hangs": (
        "The printer {printer} does not answer. The sale is booked; look for paper or an open "
        "cover."
    ),
    "printer-none": (
        "No printer is set. The books are as they are; set one: regulars shop setup --printer …"
    ),
    "printer-offline": (
        "The printer {printer} is off. The sale is booked; switch it on, then: regulars slip "
        "NUMBER --print"
    ),
    "printer-paper-out": (
        "The printer {printer} has no paper. The sale is booked; put paper in, then: regulars "
        "slip NUMBER --print"
    ),
    "printer-refused": (
        "The printer {printer} took no data. Check its cable and rights; the sale is booked."
    ),
    "printer-setting-wrong": (
        "The printer setting “{setting}” is not valid ({part}). Set another: regulars shop "
        "setup --printer …"
    ),
    "printer-unconfirmed": (
        "The printer {printer} did not confirm the slip. Look whether it came out; print it "
        "again if not."
    ),
    "printer-unreachable": (
        "The printer {printer} cannot be reached. Switch it on or check its cable; the sale is "
        "booked."
    ),
    "printing-system-absent": (
        "This machine has no printing system for {printer}. Choose another printer in the settings."
    ),
    "program-exists": "Program {number} is published already. Give the new one the next number.",
    "program-invalid": (
        "The program is not valid at {where} (line {line}): {why}. Correct it and publish it again."
    ),
    "program-none": "No program is in force today. Check the clock, or have one published.",
    "program-unreadable": (
        "The program in the ledger cannot be read. Ask a manager to publish it again."
    ),
    "qr-digits": "A QR code of {length} digits cannot be printed. The slip is printed without it.",
    "redeem-needs-member": "Points belong to somebody. Name the member.",
    "referral-again": "This member was brought by somebody else already. A friend counts once.",
    "referral-blocked": "Who brought this member cannot collect at present.",
    "referral-exists": "This member was brought by somebody already. A friend counts once.",
    "referral-none": "The program rewards nobody for bringing friends.",
    "referral-not-new": (
        "This member has bought before. A friend is referred before the first purchase."
    ),
    "referral-own": (
        "Nobody can bring themselves. Ask for the code of whoever recommended the shop."
    ),
    "referral-shared": "Both have the same {what}; that is no new friend.",
    "referral-unknown": (
        "Nobody has the code “{text}”. Scan the referrer's card, or type their code again."
    ),
    "replay-differs": (
        "Members whose balance is not what the entries say: {members}. Run: regulars ledger verify"
    ),
    "return-line": (
        "“{text}” is no line of this sale, which has {lines}. Write 2, or 2x1 for one unit of "
        "line 2."
    ),
    "return-not-undoable": "A return cannot be undone. Ring the goods up again.",
    "return-nothing": "Nothing was chosen to return. Name a line of the slip: --line 2",
    "return-too-many": "Line {line}: only {left} can still be returned. Choose fewer.",
    "reward-birthday-unknown": "The member's birthday is not known. Enter it in the profile first.",
    "reward-ended": "Ended on {until}",
    "reward-limit-basket": "At most {times} in one basket",
    "reward-limit-day": "At most {times} a day",
    "reward-limit-ever": "At most {times} for each member",
    "reward-limit-month": "At most {times} a month",
    "reward-limit-week": "At most {times} a week",
    "reward-limit-year": "At most {times} a year",
    "reward-not-birthday": "Only around the birthday, from {from}",
    "reward-not-now": "Not offered to this member now",
    "reward-not-yet": "From {from}",
    "reward-refused": "{reward}: {why}",
    "reward-sold-out": "None are left",
    "reward-tier": "Only for {tier}",
    "reward-unknown": (
        "The reward “{reward}” is not in today's program. Its ids: regulars member show WHO"
    ),
    "right-missing": "{name} may not do this either ({right}). Call a manager.",
    "sale-not-found": (
        "No sale is known as “{text}”. Type the number on the slip, such as 1-812, or its 20 "
        "digits."
    ),
    "sale-number-range": (
        "Sale {terminal}-{seq} does not fit into a slip's code. Find it by the member instead."
    ),
    "sale-returned": "Sale {terminal}-{seq} was returned already. Check the slip's number.",
    "sale-unknown": "Sale {terminal}-{seq} is not known here. Return it in the shop that sold it.",
    "scan-nothing": (
        "No code was read in {images} of {of} files. Take the pictures nearer, without shine or"
        " blur."
    ),
    "scan-too-long": (
        "The scan had {length} signs, at most {limit} are read. Scan the code on the card."
    ),
    "scanner-setting-wrong": (
        "The scanner setting “{setting}” is not valid ({part}). Correct it in the settings."
    ),
    "serial-absent": "Nothing is plugged in at {port}. Plug it in, or correct the settings.",
    "serial-lost": "The scanner at {port} was unplugged. Plug it in again; it goes on by itself.",
    "serial-refused": "The port {port} may not be used. Close the other program that has it.",
    "serial-setting-wrong": "The port “{port}” is not valid ({part}). Correct it in the settings.",
    "serial-support-absent": (
        "Serial scanners need a part that is not installed ({port}). Run the set-up again."
    ),
    "setting-invalid": "The setting “{setting}” cannot be “{value}”. Correct it in the settings.",
    "settings-unreadable": (
        "The settings in {file} cannot be read. Correct the file, or move it away to start anew."
    ),
    "settings-unwritable": (
        "The settings cannot be written to {file}. Check the disk and the file's rights."
    ),
    "several-codes": "The camera sees {count} codes. Hold up one card alone.",
    "shift-not-closed": "This shift is still open. Close it first.",
    "shift-open": "A shift is open at till {terminal} already. Close it first.",
    "shift-over": "This shift was closed meanwhile. Try again: it is booked outside of it.",
    "shift-unknown": "No shift is open. Sign in at the counter to open one.",
    "slip-not-found": "No sale has the number “{typed}” here. Check it on the slip.",
    "slip-unknown": "No slip is kept for sale {terminal}-{seq}. Check the number on the slip.",
    "social-unreadable": "“{text}” is no account elsewhere. Write it as instagram=anna.s",
    "spend-more": "{missing_minor} more to spend",
    "stamps-missing": "Stamps still missing: {stamps}",
    "stamps-range": "A paper card brings from 1 to {most} stamps at once.",
    "stamps-refused": "{card}: {why}",
    "stamps-unknown": "The stamp card “{stamps}” is not in today's program.",
    "store-busy": (
        "Another window or program is using this ledger ({path}). Close it, then try again."
    ),
    "store-corrupt": (
        "The ledger {path} is damaged. Nothing was written; put a backup in its place: regulars"
        " restore FILE (newest good one: {backup})"
    ),
    "store-in-sync-folder": (
        "The ledger lies in a folder that {service} copies ({path}). Move it to this machine's "
        "own disk."
    ),
    "store-newer": (
        "This ledger is of a newer program (version {version}; this one knows {known}). Update "
        "the program."
    ),
    "store-not-ours": (
        "This file is no ledger of Regulars. It was left alone; choose another folder with --data."
    ),
    "store-on-network": (
        "The ledger lies on a network disk ({kind}, {path}). Move it to this machine's own disk."
    ),
    "store-read-only": (
        "The ledger {path} may not be written. Check the rights of the file and of its folder."
    ),
    "store-unreadable": (
        "The file {path} cannot be used as a ledger ({said}). Check the disk and the path, or "
        "restore a backup."
    ),
    "tender-balance": "Points available: {points}",
    "tender-basket": "{minor} left to pay",
    "tender-minimum": "From {points} points",
    "tender-most": "At most {minor} a sale",
    "tender-off": "Not offered in this shop",
    "tender-percent": "At most {percent} % of a sale",
    "tender-refused": "Paying with points: {why}",
    "tender-step": "In steps of {points} points",
    "text-too-long": "This text ({field}) may have {longest} signs. Shorten it.",
    "text-unreadable": "A text holds signs that cannot be kept. Type it again in plain letters.",
    "till-number-unreadable": (
        "The till's receipt number may have {longest} visible signs. Shorten it."
    ),
    "time-without-zone": (
        "A time without its zone cannot go on paper. Set the shop's time zone in the settings."
    ),
    "too-many-items": "At most {most} are kept here ({field}). Take one away first.",
    "too-wide": "A line of the slip is wider than the paper. Choose wider paper in the settings.",
    "undo-nothing": "There is nothing to undo. To take an older sale back: regulars return NUMBER",
    "undo-other-operator": (
        "{operator} did this. Only they can undo it: --operator {operator}; or return the sale."
    ),
    "undo-moved-on": "Another window has booked something since. Look at the last act again.",
    "undo-too-old": (
        "Undo works for {minutes} minutes. To take the sale back: regulars return NUMBER"
    ),
    "unknown-profile": "The printer profile “{name}” is not known. Choose one in the settings.",
    "usb-support-absent": (
        "USB printers need a part that is not installed ({printer}). Run the set-up again."
    ),
    "video-unreadable": "The film {path} cannot be read. Choose another file.",
    "vision-absent": (
        "Camera scanning needs {missing}, which is not installed. Use the hand scanner, or run "
        "the set-up again."
    ),
    "voucher-expired": "Ended on {until}",
    "voucher-in-basket": "It is in this basket already",
    "voucher-needs-member": "It is for one member only. Name the member.",
    "voucher-not-yet": "From {from}",
    "voucher-personal": "It is for another member",
    "voucher-refused": "{voucher}: {why}",
    "barcode-taken": (
        "The barcode {barcode} belongs to the product {product} already. Take it off there first."
    ),
    "voucher-exists": "A voucher with the code {voucher} was given out already. Print a new one.",
    "voucher-unknown": "The voucher {voucher} is not known here. Check the digits below the code.",
    "voucher-used": "It was used already",
    "voucher-withdrawn": "It was withdrawn",
    "who-no-card": "“{text}” is a badge or a slip, not a member's card. Scan the member's card.",
    "who-several": (
        "Several members fit “{text}”. Type more of it, or choose one: regulars member find TEXT"
    ),
    "who-unknown": (
        "No member was found for “{text}”. Enrol them: regulars member add --phone NUMBER"
    ),
    **SAID_OF_FILES,
    **SAID_OF_PROGRAMS,
}
