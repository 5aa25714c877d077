"""The application for exploring and reviewing a store in a browser, on this machine only."""
