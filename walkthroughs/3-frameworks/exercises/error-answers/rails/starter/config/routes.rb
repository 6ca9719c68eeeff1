Rails.application.routes.draw do
  get '/books', to: 'books#index'
  get '/books/:id', to: 'books#show', constraints: { id: %r{[^/]+} }
  get '/reports/broken', to: 'books#report'
  # TODO: a last route for every other address.
end
