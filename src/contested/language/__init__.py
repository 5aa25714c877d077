"""Document -> sentences and tokens with their syntax."""
