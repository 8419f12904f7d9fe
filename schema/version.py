"""The version of the tool, as a constant: reading it from package metadata would triple the start-up time."""

VERSION = "0.1.0"
