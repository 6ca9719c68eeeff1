# The session is kept in a cookie that Rails encrypts and signs.
# TODO: the options httponly and same_site
Rails.application.config.session_store :cookie_store, key: 'cart', secure: Rails.env.production?
