"""Bad arguments give a clear error, bad texts give a result: never an exception from inside, never silence."""
