"""What comes out: output formats, and the command line on top."""
