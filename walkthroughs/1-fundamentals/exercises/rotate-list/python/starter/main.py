def rotate(names, weeks):
    # TODO: return a new list in which the first names have moved to the end.
    return names[:]


weeks = int(input())
names = input().split()
rotated = rotate(names, weeks)
print(f"Week {weeks}: {' '.join(rotated)}")
print(f"Names: {' '.join(names)}")
