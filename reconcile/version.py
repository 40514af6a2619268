"""The version of the package, told in every serialised result."""

VERSION = "0.1.0"
