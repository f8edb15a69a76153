"""What an agenda of one's own is made of in the browser: its blocks, and patterns of its files."""
