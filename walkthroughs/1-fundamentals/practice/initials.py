# Initials from a name.
# Run this file with: python3 initials.py


def initials(name):
    return "".join(word[0] for word in name.split(" "))


print(initials("Ada Lovelace"))

# Your task
# 1. Make initials("  ada   king lovelace ") return "AKL".
#    split() without an argument splits at any run of spaces and drops empty words.
#    upper() gives a text in capital letters.
# 2. Make initials("") return "".
# 3. Print all three results.
#
# Do you know another language? Write the same function in a file of that language and
# compare the two, line by line.
