# How many failed logins an e-mail has, whether there is an account or not.
class LoginLimit
  # TODO: count, refuse after five, forget after a login
end
