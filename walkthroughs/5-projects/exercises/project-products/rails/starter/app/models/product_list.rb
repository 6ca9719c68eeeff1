# The part of the products that the parameters of a request ask for.
class ProductList
  # TODO: check the parameters, then build the query step by step: where, order, limit and offset
end
