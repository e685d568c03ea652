"""Who may spend what: the pool, recalls, hubs, and what several terminals did at once."""
