Rails.application.routes.draw do
  resources :authors, only: :create
  post '/login', to: 'authors#login'

  resources :posts, only: %i[index show create update destroy], constraints: { id: /\d+/ } do
    resources :comments, only: :create
  end

  get '/blog', to: 'blog#index'
  get '/blog/:id', to: 'blog#show', id: /\d+/, as: :blog_post
end
