PRICES = {"pen": 120, "notebook": 450, "ruler": 190, "stapler": 1250}


def unit_price(product):
    """What one piece costs, in cents."""
    return PRICES[product]


# TODO: write line_price(product, quantity).
