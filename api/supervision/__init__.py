"""Supervision by the Fatherland Front: what is planned, what was seen, and what was answered."""
