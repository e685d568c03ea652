"""What the command line says of cases and letters."""

from __future__ import annotations

SAID_OF_CARE = {
    "case-closed": "This case is closed. Open a new one: regulars case open WORDS",
    "case-due": "A promise needs a day that is not over. Name it with --due 2026-12-01",
    "case-no-member": "Nobody's card belongs to this case, so nobody can be given points.",
    "case-unknown": "There is no case {case}. See: regulars case list",
    "case-words": "Write down what was said.",
    "goodwill-nothing": "Goodwill gives points. Name how many, from 1 on.",
    "letter-braces": (
        "There is a brace alone in this letter. A field is {{first}}; a brace that is meant is "
        "written twice."
    ),
    "letter-empty": "A letter needs its {field}.",
    "letter-field": "“{field}” is no field of this letter. It may have: {known}.",
    "letter-how": "Name --ready to take over the ready letter, or --subject and --body.",
    "letter-language": "Letters are kept in en, ko, ja and zh_CN, not in “{language}”.",
    "letter-none": (
        "No letter for {occasion} is kept in {language}. See: regulars message templates"
    ),
    "letter-subject": "A subject is one line. Shorten it.",
    "letter-unreadable": "{file} cannot be read as text in UTF-8.",
    "mail-address": "This address cannot be written to by mail.",
    "mail-auth": (
        "The mail server refused the user or the password. Correct mail_user in settings.toml and "
        "the password in mail.secret; letters wait."
    ),
    "mail-busy": "The mail server takes no more now. Letters wait; try again later.",
    "mail-off": "No mail server is set. Write mail_host and mail_from into settings.toml.",
    "mail-open": (
        "A password would travel readable by all. Set mail_security to starttls or tls in "
        "settings.toml."
    ),
    "mail-secret": (
        "The mail server's password is missing. Write it into {file} beside settings.toml, "
        "readable by this user only."
    ),
    "mail-sender": (
        "The mail server does not take letters from this address. Correct mail_from in "
        "settings.toml; letters wait."
    ),
    "mail-tls": (
        "The connection to {host} cannot be made safe. Check mail_security and mail_ca in "
        "settings.toml; letters wait."
    ),
    "mail-unreachable": "The mail server {host} does not answer. Letters wait; try again later.",
    "message-linked": (
        "This terminal belongs to a head office: several would write to the same member, so none "
        "does."
    ),
}
