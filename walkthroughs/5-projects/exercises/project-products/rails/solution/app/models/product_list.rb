# The part of the products that the parameters of a request ask for.
class ProductList
  # Equal products are ordered by id, so that no page repeats what another one had.
  ORDERS = {
    'id' => { id: :asc },
    'price' => { price: :asc, id: :asc },
    '-price' => { price: :desc, id: :asc },
    'name' => { name: :asc, id: :asc },
    '-name' => { name: :desc, id: :asc }
  }.freeze
  MOST_PER_PAGE = 50

  # What is wrong with the parameters, by name.
  attr_reader :errors

  def initialize(params)
    @params = params
    @errors = {}
    @category = text(:category)
    @search = text(:search)
    @prices = whole_number(:minPrice)..whole_number(:maxPrice)
    @page = whole_number(:page, from: 1) || 1
    @per_page = whole_number(:perPage, from: 1, to: MOST_PER_PAGE) || 10
    @order = order
  end

  def as_json(_options = nil)
    total = products.count
    { items: items.as_json, total: total, page: @page, pages: total.fdiv(@per_page).ceil }
  end

  private

  def items
    products.order(@order).limit(@per_page).offset((@page - 1) * @per_page)
  end

  def products
    found = Product.where(price: @prices)
    found = found.where(category: @category) if @category
    found = found.with_in_name(@search) if @search
    found
  end

  def text(name)
    value = @params[name]
    return value if value.nil? || (value.is_a?(String) && !value.match?(/[[:cntrl:]]/))

    wrong(name, 'must be a text')
  end

  def whole_number(name, from: 0, to: Product::HIGHEST_NUMBER)
    value = text(name)
    return if value.nil?

    number = value.to_i if value.match?(/\A\d{1,10}\z/)
    number&.between?(from, to) ? number : wrong(name, "must be a whole number from #{from} to #{to}")
  end

  def order
    ORDERS.fetch(text(:sort) || 'id') { wrong(:sort, 'must be price, -price, name or -name') }
  end

  def wrong(name, message)
    @errors[name] = message
    nil
  end
end
