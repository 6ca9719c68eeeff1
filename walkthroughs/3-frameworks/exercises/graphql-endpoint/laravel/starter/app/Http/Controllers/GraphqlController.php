<?php

namespace App\Http\Controllers;

use App\Graphql\Library;
use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class GraphqlController
{
    // TODO: books with an author, book, and a type Mutation with addBook
    private const SCHEMA = <<<'GRAPHQL'
        type Book { id: Int!, title: String!, author: String!, year: Int! }

        type Query {
          books: [Book!]!
        }
        GRAPHQL;

    // TODO: hand over the variables, too.
    public function run(Request $request, Books $books): JsonResponse
    {
        // The resolvers: one for each field of Query and Mutation. They get the arguments as an array.
        $resolvers = [
            'Query' => [
                'books' => fn (array $arguments) => $books->all(),
            ],
        ];
        $library = new Library(self::SCHEMA, $resolvers);
        return response()->json($library->run((string) $request->json('query')));
    }
}
