import sys


class PrintQueue:
    def __init__(self, size):
        self.slots = [None] * size
        self.first = 0
        self.count = 0

    def add(self, job):
        # TODO: put the job into its slot, or refuse it.
        return False

    def next(self):
        # TODO: take out the job that has waited longest, or return None.
        return None


queue = PrintQueue(int(sys.stdin.readline()))
for line in sys.stdin:
    command, *rest = line.split()
    if command == "add":
        print("queued" if queue.add(rest[0]) else "full")
    elif command == "next":
        print(queue.next() or "nothing")
    elif command == "slots":
        print(" ".join(job or "-" for job in queue.slots))
