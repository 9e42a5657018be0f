"""Pictures: judged at the door, kept as received, served only as clean copies."""
