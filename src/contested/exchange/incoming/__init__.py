"""What others hold, as documents and codings: one file a format."""
