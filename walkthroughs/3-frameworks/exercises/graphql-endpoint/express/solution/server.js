const express = require('express');
const { buildSchema, graphql } = require('graphql');
const books = require('./books.json');

const app = express();
app.use(express.json());

const schema = buildSchema(`
  type Book { id: Int!, title: String!, author: String!, year: Int! }

  type Query {
    books(author: String): [Book!]!
    book(id: Int!): Book
  }

  type Mutation {
    addBook(title: String!, author: String!, year: Int!): Book!
  }
`);

let nextId = books.length + 1;

const resolvers = {
  books: ({ author }) => (author ? books.filter((book) => book.author === author) : books),
  book: ({ id }) => books.find((book) => book.id === id),
  addBook({ title, author, year }) {
    const book = { id: nextId++, title, author, year };
    books.push(book);
    return book;
  },
};

app.post('/graphql', async (request, response) => {
  const { query, variables } = request.body ?? {};
  const source = String(query ?? '');
  response.json(
    await graphql({ schema, source, rootValue: resolvers, variableValues: variables }),
  );
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
