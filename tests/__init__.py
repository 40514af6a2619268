"""The tests of reconcile, laid out as the package is."""
