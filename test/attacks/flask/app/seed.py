PRODUCTS = [
    ('desk lamp', 39),
    ('floor lamp', 120),
    ('wool rug', 85),
    ('oak table', 450),
]

ADMIN_PHRASE = 'amber-falcon-7731'
