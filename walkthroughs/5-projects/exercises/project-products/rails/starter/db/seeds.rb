# Runs at every start.
# TODO: fill the table products from products.json when it is empty.
