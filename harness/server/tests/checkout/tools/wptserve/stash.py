import contextlib


def StashServer(address, authkey):
    return contextlib.nullcontext()
