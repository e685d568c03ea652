"""Sentences about files that are imported, and about the goods in the catalogue.

A table beside `wording`, which reads it: these are said of cells, with line and column before them.
"""

from __future__ import annotations

SAID_OF_FILES = {
    "balance-differs": (
        "This balance was booked before with {points} points. Correct it: regulars adjust"
    ),
    "balance-ended": "These points ended before today. Leave the row out",
    "barcode-check": "The last digit of {barcode} does not fit. Scan or type it again.",
    "barcode-unreadable": "“{barcode}” is no barcode. EAN has 8 or 13 digits, UPC 12.",
    "birthday-future": "A birthday cannot lie ahead of today.",
    "card-damaged": "This looks like a code of ours and is none. Check its digits",
    "card-unreadable": "A card's code has 4 to 40 letters, digits or signs, without blanks",
    "cell-empty": "Something must stand here",
    "consent-unreadable": "“{typed}” is no name of a consent. Use a word such as newsletter.",
    "date-ambiguous": "Day or month first? Say it in the mapping file: date_format",
    "date-future": "A day that has not come yet",
    "date-range": "A day before 1970",
    "date-unreadable": "Not a date. Say how dates are written in the mapping file: date_format",
    "file-unreadable": "{file} cannot be read. Check its name and that you may open it.",
    "import-column-twice": (
        "Two columns could be “{field}” (the second: {column}). Name one in a mapping file: --map"
    ),
    "import-columns": "{columns} columns are too many (at most {most}). Is this the right file?",
    "import-cut-short": (
        "{booked} were booked, then: {why} Mend it and start the import again; it goes on there."
    ),
    "import-double": "The same as in line {first}",
    "import-empty": "{file} is empty.",
    "import-encoding": (
        "The letters of this file can be read in several ways ({candidates}). "
        "Say which in a mapping file: encoding"
    ),
    "import-faults": "{faults} things are wrong in {rows} rows. Mend them and start again.",
    "import-header": "The first line of {file} cannot be read as column names.",
    "import-known": "The shop has this member already. To leave such rows out: --leave-known",
    "import-member-nothing": "A member needs a number, a card, a phone or an e-mail address",
    "import-members-differ": "Number, card, phone and e-mail are of different members",
    "import-whose": "Whose is it? A number, a card, a phone or an e-mail address is needed",
    "label-empty": "The label of {product} says neither price nor weight. Weigh it again.",
    "labels-unreadable": "“{typed}” is no layout of labels. See docs/importing.md.",
    "insight-column": (
        "The file has no column {column}. Name its columns member, date and amount in the first "
        "line."
    ),
    "insight-member": "Every row needs a member, of at most 200 characters",
    "insight-too-long": "The file has more than {most} rows. Leave older purchases out.",
    "mapping-column": "The file has no column “{column}”. Check the names in the mapping file.",
    "mapping-invalid": "“{key}” in the mapping file is not known or has no such value.",
    "mapping-unreadable": "The mapping file {file} is no TOML in UTF-8.",
    "number-range": "A whole number from {low} to {high} is wanted",
    "number-unreadable": "Not a whole number",
    "percent-unreadable": "Not a percentage from 0 to 99.99",
    "product-code-taken": "{taken} belongs to the product {sku}",
    "product-code-unreadable": "A product's number has at most 40 characters, a PLU 10 digits",
    "product-needs-weight": "{product} is sold by weight. Put it on the scale.",
    "product-not-weighed": "{product} is sold by the piece; the label says a weight.",
    "product-unknown": "No product has the code {product}. Type its price as a line instead.",
    "program-none-then": "No program was in force on {day}. Say which counts: --program N",
    "receipt-members": "The rows of this receipt name different members",
    "row-broken": "The row cannot be read to its end ({said}); is a quotation mark left open?",
    "row-cells": "The row has {cells} cells, the first line has {wanted}",
    "row-encoding": "The row has letters that are none in {encoding}. Say the right encoding",
    "sale-differs": "This receipt was booked before with {amount_minor}",
    "time-unreadable": "Not a time of day. Say how it is written in the mapping file: time_format",
    "yes-or-no": "Yes or no is wanted",
}
