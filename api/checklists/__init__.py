"""Checklists in editions, and the inspections that were made by them. What is inspected, the rooms above know."""
