"""Faults made one at a time in the shipped configuration, each of which exactly one rule must find at its exact place."""
