import sys


class Person:
    def __init__(self, name):
        self.name = name
        self.children = []


def descendants(person):
    count = 0
    for child in person.children:
        count += 1 + descendants(child)
    return count


def generations(person):
    deepest = 0
    for child in person.children:
        deepest = max(deepest, generations(child))
    return 1 + deepest


def show(person, depth):
    print("  " * depth + person.name)
    for child in person.children:
        show(child, depth + 1)


people = {}


def person_named(name):
    if name not in people:
        people[name] = Person(name)
    return people[name]


wanted, *lines = sys.stdin.read().splitlines()
for line in lines:
    parent, child = line.split()
    person_named(parent).children.append(person_named(child))
root = person_named(wanted)
show(root, 0)
print(f"Descendants: {descendants(root)}")
print(f"Generations: {generations(root)}")
