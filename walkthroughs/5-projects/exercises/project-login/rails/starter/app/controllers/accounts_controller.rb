class AccountsController < ApiController
  # TODO: the actions register and login; config/routes.rb has them all

  # TODO: whoever is logged in gets the e-mail.
  def me
    head :unauthorized
  end

  # TODO: the action logout
end
