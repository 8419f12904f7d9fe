"""Is it right: the rules, their findings and the reports."""
