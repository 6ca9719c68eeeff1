import sys


class HashMap:
    def __init__(self):
        self.buckets = [[], [], [], []]

    def bucket_of(self, key):
        number = 0
        for character in key:
            number = (number * 31 + ord(character)) % len(self.buckets)
        return number

    def set(self, key, value):
        bucket = self.buckets[self.bucket_of(key)]
        for entry in bucket:
            if entry[0] == key:
                entry[1] = value
                return
        bucket.append([key, value])

    def get(self, key):
        for known, value in self.buckets[self.bucket_of(key)]:
            if known == key:
                return value
        return None

    def remove(self, key):
        bucket = self.buckets[self.bucket_of(key)]
        for entry in bucket:
            if entry[0] == key:
                bucket.remove(entry)
                return True
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
