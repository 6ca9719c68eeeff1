# Runs at every start, and fills an empty table only.
Product.insert_all!(JSON.parse(Rails.root.join('products.json').read)) if Product.none?
