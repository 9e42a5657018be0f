"""Commendations: proposed from evidence, voted on by a committee, decided by the chair. No ranking of persons."""
