# The session is kept in a cookie that Rails encrypts and signs.
Rails.application.config.session_store :cookie_store,
                                       key: 'session',
                                       httponly: true,
                                       same_site: :lax,
                                       secure: Rails.env.production?
