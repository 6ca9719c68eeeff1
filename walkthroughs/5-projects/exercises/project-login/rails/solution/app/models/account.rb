class Account < ApplicationRecord
  has_secure_password

  # Bcrypt does not read further than this.
  MOST_BYTES = 72

  validates :email, length: { maximum: 254 }, format: { with: /\A[^@\s]+@[^@\s]+\z/ }
  validates :password, length: { minimum: 10 }
  validate { errors.add(:password, 'is too long') if password.to_s.bytesize > MOST_BYTES }

  # Capitals do not make another address.
  def self.normalized(email)
    email.strip.downcase
  end

  def email=(text)
    super(self.class.normalized(text))
  end

  # Takes the place of an account that is not there, so that an unknown e-mail takes as long as a known one.
  NOBODY = new(password: SecureRandom.base64(24)).freeze
  private_constant :NOBODY

  # The account, or false when the e-mail and the password do not fit.
  def self.with(email, password)
    (find_by(email: normalized(email)) || NOBODY).authenticate(password)
  end
end
