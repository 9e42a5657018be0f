"""Bins, carts and trucks: what there is, in which condition, where; what is missing; what was mended."""
