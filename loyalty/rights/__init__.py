"""Rights: which points of a member a terminal may spend without asking anybody.

A holder (a terminal, or head office as terminal 0) may spend exactly the open lots of its own
ledger. Points change hands as notes, each written by its giver and taken once (escrow: O'Neil
1986; bounded counters: Balegas and others 2015; ledger-sync.md 3).
"""
