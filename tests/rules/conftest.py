"""A busy machine is not a fault of the rules: only what is found counts, not how long it took."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("rules", parent=settings(), suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rules")
