// Posts as documents: each one holds its tags and comments inside itself.
// Run this file with: node documents.js

const posts = [
  {
    _id: 1,
    title: 'Indexes explained',
    author: { name: 'Ada', email: 'ada@example.com' },
    tags: ['sql', 'speed'],
    comments: [{ by: 'Linus', text: 'Clear, thanks.' }],
  },
  {
    _id: 2,
    title: 'Hello, blog',
    author: { name: 'Ada', email: 'ada@example.com' },
    tags: [],
    comments: [],
  },
  {
    _id: 3,
    title: 'Joins in pictures',
    author: { name: 'Grace', email: 'grace@example.com' },
    tags: ['sql'],
    comments: [],
  },
];

// MongoDB: db.posts.find({ tags: 'sql' })
const aboutSql = posts.filter((post) => post.tags.includes('sql'));
console.log(aboutSql.map((post) => post.title));

// Your task
// 1. Count the posts of each tag, and print the counts. You should see sql 2, speed 1.
// 2. Ada has a new email address. Change it in every document that holds it, and count how
//    many documents you had to touch. With tables, how many rows would it be?
