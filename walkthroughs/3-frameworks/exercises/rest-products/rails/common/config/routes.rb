Rails.application.routes.draw do
  resources :products, only: %i[index create show update destroy] do
    resources :reviews, only: :create
  end
end
