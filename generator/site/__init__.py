"""The pages of the documentation site: a view for each kind of page, and the templates that show it."""
