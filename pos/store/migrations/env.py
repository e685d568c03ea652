"""What Alembic asks for: our open connection, whose transaction is ours as well."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # pos.store.migrating began, and ends it with user_version
)
context.run_migrations()
