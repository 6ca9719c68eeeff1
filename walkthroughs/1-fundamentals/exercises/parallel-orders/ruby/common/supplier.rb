# Asks a supplier, somewhere far away, for the price of a product, and waits for the answer.
# That takes a while: the shorter the name, the longer.
def ask_price(product)
  sleep([0.2, 1.1 - 0.1 * product.length].max)
  product.bytes.sum
end
