import sys


class PrintQueue:
    def __init__(self, size):
        self.slots = [None] * size
        self.first = 0
        self.count = 0

    def add(self, job):
        if self.first + self.count == len(self.slots):
            return False
        self.slots[self.first + self.count] = job
        self.count += 1
        return True

    def next(self):
        if self.count == 0:
            return None
        job = self.slots[self.first]
        self.slots[self.first] = None
        self.first += 1
        self.count -= 1
        return job


queue = PrintQueue(int(sys.stdin.readline()))
for line in sys.stdin:
    command, *rest = line.split()
    if command == "add":
        print("queued" if queue.add(rest[0]) else "full")
    elif command == "next":
        print(queue.next() or "nothing")
    elif command == "slots":
        print(" ".join(job or "-" for job in queue.slots))
