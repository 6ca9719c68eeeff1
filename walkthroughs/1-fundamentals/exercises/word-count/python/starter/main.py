def count_of(words, wanted):
    # TODO: go through the words and count those that equal `wanted`.
    return 0


def longest_word(words):
    # TODO: go through the words and keep the longest so far.
    return ""


wanted = input()
words = input().split()
print(f"Count: {count_of(words, wanted)}")
print(f"Longest: {longest_word(words)}")
