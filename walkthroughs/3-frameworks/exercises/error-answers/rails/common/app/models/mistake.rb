# A mistake of the one who asks: its text is for people, and can be answered as it is.
class Mistake < StandardError
  attr_reader :status, :text

  def initialize(status, text)
    super(text)
    @status = status
    @text = text
  end
end
