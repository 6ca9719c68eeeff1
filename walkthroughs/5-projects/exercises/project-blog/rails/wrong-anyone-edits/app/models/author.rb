class Author < ApplicationRecord
  has_secure_password
  has_many :posts

  # Bcrypt does not read further than this.
  MOST_BYTES = 72

  validates :name, text: { maximum: 50 }
  validates :password, length: { minimum: 10 }
  validate { errors.add(:password, 'is too long') if password.to_s.bytesize > MOST_BYTES }

  # Takes the place of an author who is not there, so that an unknown name takes as long as a known one.
  NOBODY = new(password: SecureRandom.base64(24)).freeze
  private_constant :NOBODY

  # The author, or false when the name and the password do not fit.
  def self.with(name, password)
    (find_by(name: name) || NOBODY).authenticate(password)
  end
end
