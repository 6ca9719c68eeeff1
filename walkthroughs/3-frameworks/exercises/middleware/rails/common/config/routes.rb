Rails.application.routes.draw do
  get '/books', to: 'books#index'
  get '/books/:id', to: 'books#show'
  get '/admin/stats', to: 'books#stats'
end
