require Rails.root.join('lib/small_graphql')

class GraphqlController < ApiController
  # TODO: books with an author, book, and a type Mutation with addBook
  SCHEMA = <<~GRAPHQL
    type Book { id: Int!, title: String!, author: String!, year: Int! }

    type Query {
      books: [Book!]!
    }
  GRAPHQL

  # The resolvers: one for each field of Query and Mutation. They get the arguments as a hash.
  RESOLVERS = {
    'Query' => {
      'books' => ->(_arguments) { Books.all }
    }
  }.freeze

  LIBRARY = SmallGraphql.new(SCHEMA, RESOLVERS)

  # TODO: hand over the variables, too.
  def run
    render json: LIBRARY.run(params[:query])
  end
end
