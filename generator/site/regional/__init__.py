"""The pages of one region, by kind: each module gives its pages."""
