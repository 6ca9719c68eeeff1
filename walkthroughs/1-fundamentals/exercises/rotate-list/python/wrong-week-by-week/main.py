def rotate(names, weeks):
    if not names:
        return []
    rotated = names[:]
    for _ in range(weeks):
        rotated.append(rotated.pop(0))
    return rotated


weeks = int(input())
names = input().split()
rotated = rotate(names, weeks)
print(f"Week {weeks}: {' '.join(rotated)}")
print(f"Names: {' '.join(names)}")
