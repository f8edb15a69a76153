"""The data and file templates from which the browser builds a reader's own agenda."""
