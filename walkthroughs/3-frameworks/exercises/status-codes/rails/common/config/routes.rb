Rails.application.routes.draw do
  get '/books', to: 'books#index'
  post '/books', to: 'books#create'
  get '/books/:id', to: 'books#show'
  put '/books/:id', to: 'books#update'
  delete '/books/:id', to: 'books#destroy'
  post '/books/:id', to: 'books#no_post'
  get '/old-books', to: 'books#old_index'
end
