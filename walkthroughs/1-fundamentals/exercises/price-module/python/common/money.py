def format_cents(cents):
    return f"{cents / 100:.2f}"
