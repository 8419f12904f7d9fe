"""What has changed: commits, versions, and how a text or a case type differs from another."""
