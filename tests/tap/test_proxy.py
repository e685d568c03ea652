"""The virtual printer as it runs: real processes, a printer on loopback, kills, faults."""

from __future__ import annotations

import os
import random
import signal
import time
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos.acts import Act
from pos.captures import basket_of, captured, credit, standing
from pos.cli.opened import act_by
from pos.enrol import enrol
from pos.opening import open_shop
from pos.places import Places
from pos.shop import Shop
from pos.tap.spool import Capture
from receipts.claim_code import facts_from
from receipts.reading.escpos.slip import Slip, read_stream
from tests.tap.world import (
    ONLINE,
    PaperPrinter,
    Running,
    connected,
    kill,
    send,
    streams,
    wait_for,
)

STREAMS = streams()
POLL = b"\x1b@\x1b=\x01\x10\x04\x01"


@pytest.fixture
def printer() -> Iterator[PaperPrinter]:
    made = PaperPrinter()
    yield made
    made.close()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture
def plain(printer: PaperPrinter, places: Places) -> Iterator[Running]:
    """Nothing is put in."""
    running = Running(places.data, printer.where)
    yield running
    running.close()


@pytest.fixture
def writing(printer: PaperPrinter, places: Places) -> Iterator[Running]:
    """Claim codes are put on sales. A slow machine gets more time than a shop would give it."""
    options = ("--insert", "--profile", "TM-T88V", "--wait-ms", "5000")
    running = Running(places.data, printer.where, *options)
    wait_for(lambda: (running.captures / "reader.json").exists())
    yield running
    running.close()


def waiting(places: Places, count: int, *, every: bool = False) -> tuple[Capture, ...]:
    wait_for(lambda: len(captured(places, every)) >= count)
    found = captured(places, every)
    assert len(found) == count
    return found


def words(slip: Slip) -> list[str]:
    return [line.strip() for line in slip.lines]


def is_cut_off(port: int, *pieces: bytes) -> bool:
    """Whether a POS that sends slowly and stays is told by a reset."""
    with connected(port) as wire:
        try:
            for piece in pieces:
                wire.sendall(piece)
                time.sleep(0.05)
            wire.recv(1)
        except (ConnectionResetError, BrokenPipeError):
            return True
    return False


def member_of(shop: Shop) -> tuple[Member, Act]:
    act = act_by(shop, None)
    return enrol(shop, act, member_card(7), "+4915112345678", "Anna Schmidt"), act_by(shop, None)


def balance(shop: Shop, member: Member) -> int:
    with shop.store.reading() as view:
        return view.account(member.owner).balance


def test_bytes_pass_unchanged_in_any_pieces_and_questions_are_answered_by_the_printer(
    plain: Running, printer: PaperPrinter
) -> None:
    die = random.Random(7)
    for name, data in STREAMS.items():
        whole = b""
        with connected(plain.port) as wire:
            wire.sendall(POLL)  # and nothing more before the answer, as many a POS does
            assert wire.recv(1) == ONLINE, name
            at = 0
            while at < len(data):
                size = 1 if at < 40 else die.randint(1, 900)
                wire.sendall(data[at : at + size])
                at += size
            wire.shutdown(1)
            while more := wire.recv(100):
                whole += more
        assert printer.jobs[-1] == POLL + data, name


def test_a_second_pos_waits_for_its_turn(plain: Running, printer: PaperPrinter) -> None:
    with connected(plain.port) as first, connected(plain.port) as second:
        first.sendall(b"first\n")
        second.sendall(b"second\n")
        wait_for(lambda: printer.paper() == b"first\n")
        first.sendall(b"goes on\n")
        first.shutdown(1)
        first.recv(1)
        wait_for(lambda: printer.paper() == b"first\ngoes on\nsecond\n")


def test_a_printer_that_vanishes_resets_the_pos_and_the_second_try_counts_once(
    plain: Running, printer: PaperPrinter, places: Places
) -> None:
    sale = STREAMS["escpos-sale"]
    printer.vanish_after = 50
    assert is_cut_off(plain.port, *(sale[at : at + 40] for at in range(0, len(sale), 40)))
    send(plain.port, sale)
    found = waiting(places, 1)
    assert found[0].receipt == "B-2026-0815"
    everything = captured(places, every=True)
    assert [one.printed for one in everything if one.id != found[0].id] == [False]


def test_without_a_printer_a_question_is_answered_offline_and_a_job_is_cut_off(
    plain: Running, printer: PaperPrinter
) -> None:
    printer.close()
    with connected(plain.port) as wire:
        wire.sendall(b"\x10\x04\x01")
        assert wire.recv(1)[0] & 0x08  # offline, as Epson's "DLE EOT 1" has it
    assert is_cut_off(plain.port, b"TOTAL 1.00\n", b"more\n")


def test_killing_any_process_loses_nothing_and_prints_nothing_twice(
    plain: Running, printer: PaperPrinter, places: Places
) -> None:
    die = random.Random(11)
    wait_for(lambda: len(plain.group()) >= 2)
    for number in range(8):
        slip = b"Receipt %d 20.11.2026\nBread 2.00\nTOTAL 2.00\n\n\n\x1dV\x00" % (4_000 + number)
        half = die.randint(1, len(slip) - 1)
        victims = plain.reader if number % 4 == 0 else plain.group
        try:
            killed_within(plain, slip, half, victims, hears=bool(number % 2))
        except (ConnectionResetError, BrokenPipeError):
            # Killed with the wire just accepted, and not a byte of it read: the POS tries again.
            send(plain.port, slip)
        if number == 5:
            plain.supervisor.kill()
            plain.supervisor.wait()
            plain.again()
        wait_for(lambda expected=slip: printer.paper().endswith(expected))
        wait_for(lambda: len(plain.group()) >= 2)
    assert [printer.paper().count(b"Receipt %d" % (4_000 + n)) for n in range(8)] == [1] * 8
    assert {one.receipt for one in waiting(places, 8)} == {str(4_000 + n) for n in range(8)}


def killed_within(
    plain: Running, slip: bytes, half: int, victims: Callable[[], list[int]], *, hears: bool
) -> None:
    """Print, with a process killed after the first half. A POS that hears of nothing hangs up at
    once: its receipt has to be in our hands before the kill. The other may lose its wire, and know.
    """
    before = streams_in(plain)
    with connected(plain.port) as wire:
        wire.sendall(slip[:half])
        if not hears:
            wait_for(lambda: streams_in(plain) - before)
        for pid in victims()[:1]:
            kill(pid)
        wire.sendall(slip[half:])
        if hears:
            wire.shutdown(1)
            wire.recv(1)


def streams_in(running: Running) -> set[Path]:
    return set((running.captures / "streams").glob("*.in"))


def test_killing_everything_while_a_pos_hung_up_still_prints_after_the_next_start(
    plain: Running, printer: PaperPrinter, places: Places
) -> None:
    printer.close()  # the printer is away, so that the receipt cannot be out yet
    wait_for(lambda: len(plain.group()) >= 2)
    with connected(plain.port) as wire:
        wire.sendall(STREAMS["escpos-sale"])
    wait_for(lambda: list((plain.captures / "streams").glob("*.in")))
    time.sleep(0.5)
    plain.supervisor.kill()
    plain.supervisor.wait()
    for pid in plain.group():
        kill(pid)
    back = PaperPrinter(printer.port)
    plain.again()
    wait_for(lambda: back.paper() == STREAMS["escpos-sale"])
    assert waiting(places, 1)[0].receipt == "B-2026-0815"
    back.close()


def test_a_second_proxy_for_the_same_port_is_refused(plain: Running, places: Places) -> None:
    with pytest.raises(RuntimeError, match="did not start"):
        Running(places.data, "127.0.0.1:1", port=plain.port)


def test_a_sale_gets_its_claim_code_before_the_cut_and_nothing_else_does(
    writing: Running, printer: PaperPrinter, places: Places
) -> None:
    for name in ("escpos-two", "receiptio-star", "encoder-raster", "escpos-nocut"):
        send(writing.port, STREAMS[name])
    sale, report = read_stream(printer.jobs[0])
    assert "Keep your points: show us this code" in words(sale)
    code = facts_from(sale.codes[-1])
    assert (code.total_minor, code.currency, code.captured) == (2_250, "EUR", True)
    assert len(report.codes) == 0
    assert printer.jobs[1] == STREAMS["receiptio-star"]
    assert len(read_stream(printer.jobs[2])[0].codes) == 3  # its own two, and ours
    assert printer.jobs[3] == STREAMS["escpos-nocut"]
    first = next(one for one in waiting(places, 3) if one.receipt == "B-2026-0815")
    assert (first.offered, first.number) == (sale.codes[-1], code.sale.seq)


def test_taking_our_block_out_again_leaves_what_the_pos_sent(
    writing: Running, printer: PaperPrinter
) -> None:
    for name in ("receiptio-plain", "receiptio-german", "encoder-column", "escpos-german"):
        send(writing.port, STREAMS[name])
        sent, got = STREAMS[name], printer.jobs[-1]
        same = next(at for at in range(len(sent)) if sent[at] != got[at])
        rest = len(sent) - same
        assert got.endswith(sent[-rest:]), name
        assert len(got) > len(sent)


def test_the_same_receipt_printed_again_earns_nothing(
    writing: Running, printer: PaperPrinter, places: Places
) -> None:
    send(writing.port, STREAMS["receiptio-german"])
    waiting(places, 1)
    send(writing.port, STREAMS["receiptio-german"])
    assert printer.jobs[1] == STREAMS["receiptio-german"]
    newest = waiting(places, 2, every=True)[0]
    assert newest.again
    assert len(captured(places)) == 1


def test_a_captured_sale_is_credited_once_whoever_takes_it(
    writing: Running, places: Places
) -> None:
    send(writing.port, STREAMS["escpos-sale"])
    capture = waiting(places, 1)[0]
    shop = open_shop(places)
    anna, act = member_of(shop)
    assert basket_of(shop, capture).total_minor == 2_250
    first = credit(shop, places, act, capture, anna.id)
    again = credit(shop, places, act_by(shop, None), capture, anna.id)
    assert (first.points, balance(shop, anna)) == (22, 22)
    assert again.entry.key == first.entry.key
    assert captured(places) == ()
    shop.store.close()


def test_without_a_code_on_the_slip_it_is_a_sale_of_the_counter(
    plain: Running, places: Places
) -> None:
    send(plain.port, STREAMS["escpos-sale"])
    capture = waiting(places, 1)[0]
    shop = open_shop(places)
    anna, act = member_of(shop)
    ben = enrol(shop, act_by(shop, None), member_card(8), "+4915112345679", "Ben")
    assert credit(shop, places, act, capture, anna.id).points == 22
    with pytest.raises(LoyaltyError, match="capture-taken"):
        credit(shop, places, act_by(shop, None), capture, ben.id)
    assert (balance(shop, anna), balance(shop, ben)) == (22, 0)
    shop.store.close()


def test_who_stands_at_the_counter_reads_what_they_earned_and_has_it(
    writing: Running, printer: PaperPrinter, places: Places
) -> None:
    shop = open_shop(places)
    anna, _ = member_of(shop)
    standing(shop, places, anna.id)
    send(writing.port, STREAMS["receiptio-plain"])
    assert "You earned 6 points" in words(read_stream(printer.jobs[0])[0])
    wait_for(lambda: balance(shop, anna) == 6)
    send(writing.port, STREAMS["receiptio-german"])  # the next customer's
    assert not any("You earned" in line for line in read_stream(printer.jobs[1])[0].lines)
    shop.store.close()


def test_a_printer_on_a_wire_gets_every_byte(places: Places) -> None:
    ours, its = os.openpty()
    tty.setraw(its)
    running = Running(places.data, f"usb://{os.ttyname(its)}")
    data = STREAMS["escpos-sale"]
    with connected(running.port) as wire:
        wire.sendall(data)
        heard = b""
        while len(heard) < len(data):
            heard += os.read(ours, 4_096)
        os.write(ours, ONLINE)
        assert wire.recv(1) == ONLINE
    assert heard == data
    running.close()
    os.close(ours)
    os.close(its)


def test_started_with_other_options_the_forwarder_that_lived_on_is_replaced(
    plain: Running, printer: PaperPrinter, places: Places
) -> None:
    wait_for(lambda: len(plain.group()) >= 2)
    before = set(plain.group())
    plain.supervisor.kill()
    other = Running(places.data, printer.where, "--wait-ms", "150", port=plain.port)
    wait_for(lambda: len(other.group()) >= 2)
    assert not before & set(other.group())
    send(other.port, b"still here\n")
    assert printer.paper() == b"still here\n"
    other.close()


def test_a_reader_that_hangs_holds_nothing_up(printer: PaperPrinter, places: Places) -> None:
    running = Running(places.data, printer.where, "--insert", "--profile", "TM-T88V")
    wait_for(lambda: (running.captures / "reader.json").exists())
    os.kill(running.reader()[0], signal.SIGSTOP)
    send(running.port, STREAMS["escpos-sale"])
    assert printer.jobs == [STREAMS["escpos-sale"]]
    kill(running.reader()[0])
    assert waiting(places, 1)[0].offered == ""
    running.close()


@pytest.mark.parametrize("options", [(), ("--insert",)])
def test_a_full_disk_stops_no_receipt(
    printer: PaperPrinter, places: Places, options: tuple[str, ...]
) -> None:
    running = Running(places.data, printer.where, *options, most_kb=24)
    data = b"Receipt 1\n" + b"A line of forty letters, as they come..\n" * 2_000 + b"\x1dV\x00"
    send(running.port, data)
    running.close()
    assert printer.jobs == [data]
