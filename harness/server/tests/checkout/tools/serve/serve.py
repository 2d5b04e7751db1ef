"""As much of the tools of a checkout as it takes to be started."""

rewrites = []


def get_logger(level, rewrites):
    return None


class ConfigBuilder:
    def __init__(self, logger, **config):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class RoutesBuilder:
    def get_routes(self):
        return []
