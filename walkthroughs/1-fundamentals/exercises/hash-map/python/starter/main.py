import sys


class HashMap:
    def __init__(self):
        self.buckets = [[], [], [], []]

    def bucket_of(self, key):
        # TODO: compute the number of the bucket from the characters of the key.
        return 0

    def set(self, key, value):
        # TODO: change the entry of this key, or add one: [key, value].
        pass

    def get(self, key):
        # TODO: return the value of this key, or None.
        return None

    def remove(self, key):
        # TODO: take the entry out, and return whether there was one.
        return False

    def show(self):
        for number, bucket in enumerate(self.buckets):
            entries = " ".join(f"{key}={value}" for key, value in bucket)
            print(f"{number}: {entries}")


map_of_words = HashMap()
for line in sys.stdin:
    command, *rest = line.split()
    if command == "set":
        map_of_words.set(rest[0], rest[1])
    elif command == "get":
        value = map_of_words.get(rest[0])
        print("-" if value is None else value)
    elif command == "remove":
        print("removed" if map_of_words.remove(rest[0]) else "-")
    elif command == "show":
        map_of_words.show()
