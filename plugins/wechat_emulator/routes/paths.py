"""Where an endpoint lies: statistics below /datacube/, everything else below /cgi-bin/."""

API, STATISTICS = "/cgi-bin/", "/datacube/"
PREFIXES = (API, STATISTICS)


def name_of(path: str) -> str:
    """Return the name of an endpoint, like ``draft/add`` or ``datacube/getusersummary``; empty for other paths."""
    if path.startswith(STATISTICS):
        return path[1:]
    name = path.removeprefix(API)
    return "" if name == path or name.startswith(STATISTICS[1:]) else name


def path_of(name: str) -> str:
    """Return the path of an endpoint."""
    return f"/{name}" if name.startswith(STATISTICS[1:]) else API + name
