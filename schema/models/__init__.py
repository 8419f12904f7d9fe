"""The kinds of file that a configuration tree holds, one model a file."""
