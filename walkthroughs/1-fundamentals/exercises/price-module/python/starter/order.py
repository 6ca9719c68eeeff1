from money import format_cents
# TODO: import line_price, too.


def receipt(items):
    """The lines of a receipt, and its total."""
    lines = []
    total = 0
    for product, quantity in items:
        # TODO: let line_price say what it costs.
        cost = 0
        total += cost
        lines.append(f"{quantity} x {product} = {format_cents(cost)}")
    return [*lines, f"Total: {format_cents(total)}"]
