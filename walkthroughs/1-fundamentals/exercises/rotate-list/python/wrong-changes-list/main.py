def rotate(names, weeks):
    if not names:
        return []
    for _ in range(weeks % len(names)):
        names.append(names.pop(0))
    return names


weeks = int(input())
names = input().split()
rotated = rotate(names, weeks)
print(f"Week {weeks}: {' '.join(rotated)}")
print(f"Names: {' '.join(names)}")
