class Account < ApplicationRecord
  # TODO: the password, its slow hash, and what makes an e-mail and a password good enough
end
