# The browser gets the id of its session only. The session itself lies in tmp/sessions.
Rails.application.config.session_store :cache_store,
                                       cache: ActiveSupport::Cache::FileStore.new(Rails.root.join('tmp/sessions')),
                                       key: 'session',
                                       expire_after: 1.day,
                                       httponly: true,
                                       same_site: :lax,
                                       secure: Rails.env.production?
