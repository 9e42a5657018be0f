"""The roadmap of collection points to 2030: what is kept, mended, built or closed, when, for how much."""
