<?php

namespace App\Http\Controllers;

use App\Graphql\Library;
use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class GraphqlController
{
    private const SCHEMA = <<<'GRAPHQL'
        type Book { id: Int!, title: String!, author: String!, year: Int! }

        type Query {
          books(author: String): [Book!]!
          book(id: Int!): Book
        }

        type Mutation {
          addBook(title: String!, author: String!, year: Int!): Book!
        }
        GRAPHQL;

    public function run(Request $request, Books $books): JsonResponse
    {
        // The resolvers: one for each field of Query and Mutation. They get the arguments as an array.
        $resolvers = [
            'Query' => [
                'books' => fn (array $arguments) => collect($books->all())
                    ->filter(fn (array $book) => in_array($arguments['author'] ?? null, [null, $book['author']], true))
                    ->values()
                    ->all(),
                'book' => fn (array $arguments) => $books->find($arguments['id']),
            ],
            'Mutation' => [
                'addBook' => fn (array $arguments) => $books->add($arguments),
            ],
        ];
        $library = new Library(self::SCHEMA, $resolvers);
        $query = $request->json('query');
        return response()->json($library->run(is_string($query) ? $query : ''));
    }
}
