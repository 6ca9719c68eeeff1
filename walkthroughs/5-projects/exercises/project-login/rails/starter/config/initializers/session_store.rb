# This store keeps the whole session in the browser, encrypted. A copy of the cookie cannot be ended.
# TODO: a store on the server, and the options httponly and same_site
Rails.application.config.session_store :cookie_store, key: 'session', secure: Rails.env.production?
