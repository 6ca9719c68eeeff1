Rails.application.config.middleware.insert_before 0, Rack::Cors do
  allow do
    origins 'https://app.example.com' # finds permissive-cors (warning)
    resource '/public/*', headers: :any
  end

  allow do
    origins('https://app.example.com') # finds permissive-cors (warning)
    resource '*', headers: :any, credentials: true
  end

  allow do
    origins 'https://app.example.com' # finds permissive-cors (warning)
    resource '*', headers: :any, credentials: true
  end

  allow do
    origins 'https://app.example.com' # finds permissive-cors (warning)
    resource '*', headers: :any, credentials: true
  end

  allow do
    origins 'https://app.example.com'
    resource '*', headers: :any, credentials: true
  end

  allow do
    origins 'https://shop.example.net', %r{\Ahttps://\w+\.example\.net\z}
    resource '*', headers: :any, credentials: true
  end

  allow do
    origins { |source, _env| PARTNERS.include?(source) }
    resource '*', headers: :any, credentials: true
  end
end
