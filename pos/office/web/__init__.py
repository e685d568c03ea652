"""Head office as a web service: terminals at /v1, programs at /api, people everywhere else."""
