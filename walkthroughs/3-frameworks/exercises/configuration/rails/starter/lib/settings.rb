# What differs from one machine to another.
Settings = Struct.new(:name, :page_size, :show_years, :secret_key, keyword_init: true) do
  # Reads the settings from the environment.
  # Raises ArgumentError with the name of the variable, when a value is wrong.
  def self.read(_environment)
    # TODO: read SHOP_NAME, PAGE_SIZE, SHOW_YEARS and SECRET_KEY, and check them.
    new(name: 'Library', page_size: 5, show_years: true, secret_key: '')
  end
end
