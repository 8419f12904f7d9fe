"""What several rules look at: facts worked out of the workspace, and signs in texts."""
