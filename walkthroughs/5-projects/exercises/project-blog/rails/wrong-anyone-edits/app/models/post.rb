class Post < ApplicationRecord
  MOST_TAGS = 20
  LONGEST_TAG = 50

  belongs_to :author
  has_and_belongs_to_many :tags, -> { order(:name) }
  has_many :comments, -> { order(:id) }, dependent: :delete_all

  validates :title, text: { maximum: 200 }
  validates :body, text: { maximum: 100_000 }
  validate :published_is_boolean, if: :published_came_from_user?
  validate :tag_names_are_texts, if: :new_tags?
  before_save :connect_tags, if: :new_tags?

  # A draft exists for its author alone. Every list, page and change begins with this.
  scope :visible_to, ->(author) { where(published: true).or(where(author: author)) }
  scope :newest_first, -> { order(id: :desc) }
  scope :tagged, ->(name) { joins(:tags).where(tags: { name: name }) }
  scope :written_by, ->(name) { joins(:author).where(authors: { name: name }) }

  def tag_names
    tags.map(&:name)
  end

  # The tags are made and connected when the post is saved, in the same transaction.
  def tag_names=(names)
    @new_tag_names = names
  end

  def summary
    { id: id, title: title, body: body, author: author.name, tags: tag_names, published: published }
  end

  def details
    summary.merge(comments: comments.map(&:summary))
  end

  private

  def new_tags?
    defined?(@new_tag_names)
  end

  def published_is_boolean
    errors.add(:published, 'must be true or false') unless [true, false].include?(published_before_type_cast)
  end

  def tag_names_are_texts
    good = @new_tag_names.is_a?(Array) && @new_tag_names.size <= MOST_TAGS &&
           @new_tag_names.all? { |name| name.is_a?(String) && name.present? && name.length <= LONGEST_TAG }
    errors.add(:tags, "must be a list of texts, #{MOST_TAGS} at most") unless good
  end

  def connect_tags
    self.tags = @new_tag_names.uniq.sort.map { |name| Tag.create_or_find_by!(name: name) }
  end
end
