from dataclasses import dataclass


@dataclass
class User:
    id: int
    name: str
    password: str
    role: str
    bio: str
    secret: str
