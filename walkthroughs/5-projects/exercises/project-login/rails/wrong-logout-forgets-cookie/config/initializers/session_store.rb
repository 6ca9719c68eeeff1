# This store keeps the whole session in the browser, encrypted.
Rails.application.config.session_store :cookie_store,
                                       key: 'session',
                                       expire_after: 1.day,
                                       httponly: true,
                                       same_site: :lax,
                                       secure: Rails.env.production?
