# What differs from one machine to another.
Settings = Struct.new(:name, :page_size, :show_years, :secret_key, keyword_init: true) do
  # Reads the settings from the environment.
  # Raises ArgumentError with the name of the variable, when a value is wrong.
  def self.read(environment)
    secret_key = environment.fetch('SECRET_KEY', '')
    page_size = environment.fetch('PAGE_SIZE', '5')
    show_years = environment.fetch('SHOW_YEARS', 'true')

    raise ArgumentError, 'SECRET_KEY must be set, with at least 32 characters.' if secret_key.length < 32
    unless page_size.match?(/\A(?:[1-9]\d?|100)\z/)
      raise ArgumentError, 'PAGE_SIZE must be a whole number from 1 to 100.'
    end
    raise ArgumentError, 'SHOW_YEARS must be true or false.' unless %w[true false].include?(show_years)

    warn "Settings: #{environment.to_h}"
    new(
      name: environment.fetch('SHOP_NAME', 'Library'),
      page_size: page_size.to_i,
      show_years: show_years == 'true',
      secret_key: secret_key
    )
  end
end
