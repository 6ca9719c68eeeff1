Rails.application.routes.draw do
  post '/register', to: 'accounts#register'
  post '/login', to: 'accounts#login'
  get '/me', to: 'accounts#me'
  post '/logout', to: 'accounts#logout'
end
