"""What devices, paper, disks and settings answer, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_WORLD = {
    "backup-absent": (
        "There is no backup {path}. Check the name; the shop's own are in the folder backups."
    ),
    "backup-failed": "The backup to {path} was not made. Check the disk there, then make it again.",
    "backup-is-ledger": "{path} is the ledger itself. Name the backup that shall take its place.",
    "backup-none": (
        "There is no good backup in {path}. Look on other disks, then: regulars restore FILE"
    ),
    "barcode-digits": (
        "A bar code of {length} digits cannot be printed. The slip is printed without it."
    ),
    "body-unreadable": (
        "An entry of the ledger cannot be read. Nothing was changed; run: regulars ledger verify"
    ),
    "books-replay": (
        "Sales and returns whose points are not what their own rules give: {acts}. Run: regulars "
        "ledger verify"
    ),
    "camera-no-picture": "The camera gave no picture. Check its plug, then try again.",
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
    "claim-key-unreadable": (
        "The file {file}, which signs the codes on slips, cannot be read. Correct its rights; "
        "slips are printed without codes until then."
    ),
    "claim-key-unwritable": (
        "The file {file}, which signs the codes on slips, cannot be written. Check the disk and "
        "the folder's rights; slips are printed without codes until then."
    ),
    "clock-moved-back": (
        "The clock says {today}, but {last} was closed already. Set the clock right; if it "
        "ran ahead then, run: regulars nightly --anew"
    ),
    "counter-cannot-work": "The counter cannot work here yet. Missing: {missing}.",
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
    "file-unwritable": "{path} cannot be written ({said}). Choose another file.",
    "folder-refused": (
        "Slips cannot be written to the folder {folder}. Choose another in the settings."
    ),
    "label-too-small": (
        "A label of {wide} x {high} mm has no room for codes that can be read. Choose a larger one."
    ),
    "language-unknown": "“{language}” is no language of our slips. Choose one of: {known}.",
    "ledger-faulty": (
        "The ledger has faults: {faults}. Keep the file as it is, and restore the last good "
        "backup beside it."
    ),
    "migration-failed": (
        "The ledger could not be brought to the new version; it was left as it was. Call "
        "whoever looks after this till."
    ),
    "no-face": "No font here has the letters of {language}. Run the set-up again to fetch it.",
    "not-a-picture": "{path} is no picture we can read. Choose a PNG or JPEG file.",
    "paper-unprintable": (
        "This slip cannot be printed ({why}). The sale is booked; choose another printer profile."
    ),
    "paper-width": "Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings.",
    "picture-absent": "There is no file {path}. Check the name.",
    "picture-too-large": "The picture {path} is too large (limit {limit}). Take a smaller one.",
    "picture-unreadable": (
        "{path} cannot be opened: a folder, or without the right to. Name the picture itself."
    ),
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
    "qr-digits": "A QR code of {length} digits cannot be printed. The slip is printed without it.",
    "replay-differs": (
        "Members whose balance is not what the entries say: {members}. Run: regulars ledger verify"
    ),
    "report-cancelled": "The report was stopped. Nothing was changed; start it again.",
    "report-member": "This report is of one member. Name them: --member WHO",
    "report-period": (
        "A report from {first} to {last}: the first day may not lie behind the last, nor more than "
        "30 years before it."
    ),
    "report-unknown": "There is no report {name}. See: regulars report list",
    "scan-nothing": (
        "No code was read in {images} of {of} files. Take the pictures nearer, without shine or"
        " blur."
    ),
    "scan-too-long": (
        "The scan had {length} signs, at most {limit} are read. Scan the code on the card."
    ),
    "scanner-no-set-up-code": (
        "That was no scan of the set-up code ({length} signs). `regulars scanner page --pdf FILE` "
        "writes the page to scan."
    ),
    "scanner-page-nowhere": "Say where the page goes: --pdf FILE, --print, or both.",
    "scanner-unreadable": (
        "What arrived cannot be made whole again. Set the scanner to USB-COM (serial), or to this "
        "computer's keyboard country."
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
    "setting-invalid": (
        "The setting “{setting}” cannot be “{value}”. What it can be: regulars shop setup --help"
    ),
    "settings-unreadable": (
        "The settings in {file} cannot be read. Correct the file, or move it away to start anew."
    ),
    "settings-unwritable": (
        "The settings cannot be written to {file}. Check the disk and the file's rights."
    ),
    "decoder-lost": (
        "The code reader {decoder} failed several times and is off until the program starts"
        " again. Codes are still read without it."
    ),
    "formats-unknown": "{name} is no kind of code that can be read. There are: {known}.",
    "several-codes": "The camera sees {count} codes. Hold up one card alone.",
    "sheet-too-small": (
        "Not one label of {size} fits on the sheet. Choose a smaller label or margin."
    ),
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
    "time-without-zone": (
        "A time without its zone cannot go on paper. Set the shop's time zone in the settings."
    ),
    "too-many-labels": "At most {most} labels go into one file. Print the rest in another.",
    "too-many-rows": "A sheet holds {most} rows at most. Ask for fewer days, or for CSV.",
    "too-wide": "A line of the slip is wider than the paper. Choose wider paper in the settings.",
    "unknown-profile": "The printer profile “{name}” is not known. Choose one in the settings.",
    "usb-support-absent": (
        "USB printers need a part that is not installed ({printer}). Run the set-up again."
    ),
    "video-unreadable": "The film {path} cannot be read. Choose another file.",
    "vision-absent": (
        "Camera scanning needs {missing}, which is not installed. Use the hand scanner, or run "
        "the set-up again."
    ),
}
