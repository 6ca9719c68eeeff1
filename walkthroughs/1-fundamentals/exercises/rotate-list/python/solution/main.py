def rotate(names, weeks):
    if not names:
        return []
    cut = weeks % len(names)
    return names[cut:] + names[:cut]


weeks = int(input())
names = input().split()
rotated = rotate(names, weeks)
print(f"Week {weeks}: {' '.join(rotated)}")
print(f"Names: {' '.join(names)}")
