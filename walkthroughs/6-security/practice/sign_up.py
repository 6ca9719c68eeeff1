# The check of a sign-up form.
# To run it: python3 sign_up.py (on Windows: py sign_up.py)
import re

NAME = re.compile(r"[a-z][a-z0-9_]{2,19}")


def check_sign_up(form):
    """Gives back the clean values and a list of errors. Without errors, the values are good."""
    errors = []

    name = form.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        errors.append("The name needs 3 to 20 letters a-z, digits or _, and begins with a letter.")

    # Your task
    # 1. Check form.get("age"): a whole number from 16 to 120. A bool is an int in Python, so
    #    refuse it first: isinstance(True, int) is True.
    # 2. Check form.get("password"): a text of 15 to 64 characters. Any character is welcome.
    # 3. Fields that nobody asked for, such as "admin", must not get through. Look at what is
    #    given back below, and add "age" and "password" there and nothing else. Save.

    return {"name": name}, errors


examples = [
    {"name": "ada", "age": 36, "password": "a long sentence is good", "admin": True},
    {"name": "Robert'); --", "age": 36, "password": "a long sentence is good"},
    {"name": "tom", "age": True, "password": "a long sentence is good"},
    {"name": "eve", "age": 20, "password": "short"},
]

for form in examples:
    values, errors = check_sign_up(form)
    print(values["name"], "->", errors or "good")
