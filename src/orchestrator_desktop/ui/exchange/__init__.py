"""Tasks of other programs taken in, and tasks written out: what the settings offer, and the sheet that asks first."""
