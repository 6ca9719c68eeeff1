Rails.application.routes.draw do
  get '/books', to: 'books#index'
  # TODO: GET /books/3 and GET /hello/Ada
end
