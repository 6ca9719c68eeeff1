def count_of(words, wanted):
    count = 0
    for word in words:
        if word.lower() == wanted.lower():
            count += 1
    return count


def longest_word(words):
    longest = ""
    for word in words:
        if len(word) > len(longest):
            longest = word
    return longest


wanted = input()
words = input().split()
print(f"Count: {count_of(words, wanted)}")
print(f"Longest: {longest_word(words)}")
