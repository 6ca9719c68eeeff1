Rails.application.routes.draw do
  root 'chat#page'
  get '/chat', to: 'chat#connect'
end
