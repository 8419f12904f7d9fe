"""The waivers themselves."""
