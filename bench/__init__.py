"""How fast is it: the product beside the limits it can be held against, in one interleaved run."""
