Rails.application.routes.draw do
  get '/books', to: 'books#index'
  get '/books/:id', to: 'books#show', constraints: { id: %r{[^/]+} }
  get '/reports/broken', to: 'books#report'
  match '*path', to: 'api#not_found', via: :all
end
