require Rails.root.join('lib/small_graphql')

class GraphqlController < ApiController
  SCHEMA = <<~GRAPHQL
    type Book { id: Int!, title: String!, author: String!, year: Int! }

    type Query {
      books(author: String): [Book!]!
      book(id: Int!): Book
    }

    type Mutation {
      addBook(title: String!, author: String!, year: Int!): Book!
    }
  GRAPHQL

  # The resolvers: one for each field of Query and Mutation. They get the arguments as a hash.
  RESOLVERS = {
    'Query' => {
      'books' => lambda do |arguments|
        author = arguments[:author]
        Books.all.select { |book| author.nil? || book[:author] == author }
      end,
      'book' => ->(arguments) { Books.find(arguments[:id]) }
    },
    'Mutation' => {
      'addBook' => ->(arguments) { Books.add(arguments.slice(:title, :author, :year)) }
    }
  }.freeze

  LIBRARY = SmallGraphql.new(SCHEMA, RESOLVERS)

  def run
    render json: LIBRARY.run(params[:query])
  end
end
