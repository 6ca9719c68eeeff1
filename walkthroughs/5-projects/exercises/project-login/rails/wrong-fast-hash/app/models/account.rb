class Account < ApplicationRecord
  attr_reader :password

  validates :email, length: { maximum: 254 }, format: { with: /\A[^@\s]+@[^@\s]+\z/ }
  validates :password, length: { minimum: 10 }

  # Capitals do not make another address.
  def self.normalized(email)
    email.strip.downcase
  end

  def email=(text)
    super(self.class.normalized(text))
  end

  def password=(text)
    @password = text
    self.password_digest = Digest::SHA256.hexdigest(text)
  end

  def authenticate(text)
    password_digest == Digest::SHA256.hexdigest(text) && self
  end

  # Takes the place of an account that is not there, so that an unknown e-mail takes as long as a known one.
  NOBODY = new(password: SecureRandom.base64(24)).freeze
  private_constant :NOBODY

  # The account, or false when the e-mail and the password do not fit.
  def self.with(email, password)
    (find_by(email: normalized(email)) || NOBODY).authenticate(password)
  end
end
