import sys


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class LinkedList:
    def __init__(self):
        self.head = None

    def append(self, value):
        # TODO: hang a new Node behind the last one.
        pass

    def remove(self, value):
        # TODO: let the node before it point to the node after it.
        pass

    def reverse(self):
        # TODO: let every node point to the one before it.
        pass

    def __str__(self):
        values = []
        node = self.head
        while node is not None:
            values.append(node.value)
            if len(values) > 100:
                return "The nodes run in a circle."
            node = node.next
        return " -> ".join(values) or "empty"


nodes = LinkedList()
for line in sys.stdin:
    command, *rest = line.split()
    if command == "append":
        nodes.append(rest[0])
    elif command == "remove":
        nodes.remove(rest[0])
    elif command == "reverse":
        nodes.reverse()
    print(nodes)
