"""Windows: a thin shell, pages, the editor and the parts they are built from."""
