Rails.application.routes.draw do
  root 'books#index'
end
