"""The live preview: the site of a tree as it is being written, shown to whoever sits at this machine."""
