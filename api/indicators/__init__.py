"""The indicators of the plan, reckoned from dated records: every figure opens what it is made of."""
