def rotate(names, weeks):
    return names[weeks:] + names[:weeks]


weeks = int(input())
names = input().split()
rotated = rotate(names, weeks)
print(f"Week {weeks}: {' '.join(rotated)}")
print(f"Names: {' '.join(names)}")
