"""Questions and long work, one after the other, over the page that began them."""
