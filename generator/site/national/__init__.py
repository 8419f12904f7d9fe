"""The pages above all regions, by kind: each module gives its pages."""
