# Every model inherits from this one.
class ApplicationRecord < ActiveRecord::Base
  self.abstract_class = true
end
