"""Lists as models; views never see the store."""
