"""A visibly fictional commune to try the system on. Never part of a production start."""
