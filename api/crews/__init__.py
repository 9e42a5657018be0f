"""Crews that collect and carry waste (plan 2.4c): the register, their inspection, and what of it is made public."""
