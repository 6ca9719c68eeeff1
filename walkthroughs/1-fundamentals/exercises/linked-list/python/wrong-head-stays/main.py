import sys


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class LinkedList:
    def __init__(self):
        self.head = None

    def append(self, value):
        added = Node(value)
        if self.head is None:
            self.head = added
            return
        last = self.head
        while last.next is not None:
            last = last.next
        last.next = added

    def remove(self, value):
        if self.head is None:
            return
        node = self.head
        while node.next is not None and node.next.value != value:
            node = node.next
        if node.next is not None:
            node.next = node.next.next

    def reverse(self):
        before = None
        node = self.head
        while node is not None:
            after = node.next
            node.next = before
            before = node
            node = after
        self.head = before

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
