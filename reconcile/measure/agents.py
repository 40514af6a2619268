"""Who acts: a country, its government and its capital speak and act as one."""


def agent(entity: str) -> str:
    """The id under which an entity acts: "government:RU" (Moscow, the Kremlin) acts as "country:RU"."""
    return f"country:{entity.removeprefix('government:')}" if entity.startswith("government:") else entity
