const express = require('express');
const { buildSchema, graphql } = require('graphql');
const books = require('./books.json');

const app = express();
app.use(express.json());

// TODO: all of the schema.
const schema = buildSchema(`
  type Book { id: Int!, title: String! }

  type Query {
    books: [Book!]!
  }
`);

// TODO: a resolver for each field of Query and Mutation. Arguments come as the first parameter.
const resolvers = {
  books: () => books,
};

app.post('/graphql', async (request, response) => {
  // TODO: run the query of the body with its variables.
  response.json(await graphql({ schema, source: '{ books { title } }', rootValue: resolvers }));
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
