Rails.application.routes.draw do
  get '/cart', to: 'carts#show'
  post '/cart', to: 'carts#add'
  delete '/cart/:product', to: 'carts#remove'
  post '/cart/clear', to: 'carts#clear'
end
