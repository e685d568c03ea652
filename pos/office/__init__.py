"""Head office: where the ledgers of all terminals meet, and people see all shops on one page."""
