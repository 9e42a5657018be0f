"""`python -m api`."""

import gc

gc.disable()  # what is imported stays: looking through it for garbage takes an eighth of a start

from api.cli import app  # noqa: E402

gc.freeze()
gc.enable()
app()
