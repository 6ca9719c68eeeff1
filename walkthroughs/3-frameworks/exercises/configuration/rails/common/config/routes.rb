Rails.application.routes.draw do
  root 'books#about'
  get '/books', to: 'books#index'
end
