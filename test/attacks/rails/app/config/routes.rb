Rails.application.routes.draw do
  get '/products', to: 'products#index'
  get '/hello', to: 'greetings#show'
  get '/count', to: 'documents#count'
  get '/files', to: 'documents#show'
  get '/go', to: 'links#show'
  get '/preview', to: 'previews#show'
  post '/register', to: 'users#create'
  get '/profile', to: 'users#show'
  post '/profile', to: 'users#update'
  post '/login', to: 'sessions#create'
  get '/admin', to: 'admin#show'
end
