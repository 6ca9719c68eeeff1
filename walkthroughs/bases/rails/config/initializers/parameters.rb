# The parameters of a request are what was sent, and no copy of them under a second name.
ActiveSupport.on_load(:action_controller) { wrap_parameters format: [] }
