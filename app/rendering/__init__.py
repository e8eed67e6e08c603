"""Documents turned into HTML, Markdown and PDF; no Qt, no vault."""
