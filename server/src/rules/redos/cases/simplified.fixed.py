import re

NAME = re.compile(r'^(\w+(?:\s\w+)*\s?)?$')  # finds redos (warning)
LIST = re.compile('^[a-z]*,$')  # finds redos (warning)
