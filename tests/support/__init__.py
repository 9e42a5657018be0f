"""Longer helpers of the test ground."""
