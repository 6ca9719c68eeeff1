PRICES = {"pen": 120, "notebook": 450, "ruler": 190, "stapler": 1250}


def unit_price(product):
    """What one piece costs, in cents."""
    return PRICES[product]


def line_price(product, quantity):
    """What a quantity of a product costs, in cents: 10 percent less from 10 pieces on."""
    price = unit_price(product) * quantity
    return price - price // 10 if quantity >= 10 else price
