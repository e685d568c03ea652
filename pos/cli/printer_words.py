"""What is said of another POS's printer and its receipts, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_PRINTER = {
    "capture-no-sale": (
        "This receipt is no sale that could earn points ({kind}). If it is one, point at its "
        "total: regulars printer learn CAPTURE --total LINE"
    ),
    "capture-not-printed": (
        "The printer has not got all of this receipt, so the other POS will print it again. Take "
        "that one."
    ),
    "capture-taken": "This receipt was credited before, as {sale}.",
    "capture-unknown": "There is no captured receipt “{capture}”. See: regulars printer captures",
    "pages-invalid": (
        "“{part}” names no code page. Write it as 16=cp1252, double=cp949 or always, with commas "
        "between."
    ),
    "print-layout-line": "The receipt has no line {line}. See: regulars printer show CAPTURE",
    "print-layout-name": (
        "“{name}” cannot be a layout's name: 40 letters, digits, blanks, points and hyphens."
    ),
    "print-layout-no-amount": "There is no figure in line {line} to point at. Choose another.",
    "print-layout-no-words": (
        "Line {line} and the one above it have no words to be recognised by. Choose another."
    ),
    "print-layout-unknown": "There is no layout “{name}”.",
    "print-layout-unreadable": (
        "The learned layouts cannot be read. Remove layouts.json from the folder captures, then "
        "learn them again."
    ),
    "printer-proxy-port": (
        "Port {port} of {host} cannot be used. Another program has it, or it is none: choose "
        "another with --listen"
    ),
    "printer-proxy-running": (
        "A printer proxy for port {port} runs already. Stop it first, or choose another port."
    ),
}
