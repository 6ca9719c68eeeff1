from money import format_cents


def receipt(items):
    """The lines of a receipt, and its total."""
    lines = []
    total = 0
    for product, quantity in items:
        cost = line_price(product, quantity)
        total += cost
        lines.append(f"{quantity} x {product} = {format_cents(cost)}")
    return [*lines, f"Total: {format_cents(total)}"]
