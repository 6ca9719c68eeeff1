# The order of the middleware. Rails has a RequestId of its own, which yours replaces.
require Rails.root.join('lib/middleware')

Rails.application.config.middleware.delete ActionDispatch::RequestId
Rails.application.config.middleware.insert_before 0, Middleware::RequestId
Rails.application.config.middleware.insert_after Middleware::RequestId, Middleware::Log
Rails.application.config.middleware.insert_after Middleware::Log, Middleware::Key
