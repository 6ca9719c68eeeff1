Rails.application.routes.draw do
  resources :products, only: %i[index create show update destroy], constraints: { id: /\d+/ }
end
