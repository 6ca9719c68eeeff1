// Visits to a web shop: who looked at which page.
// Run this file with: node visits.js

const visits = [
  { user: 'ada', page: '/home' },
  { user: 'ada', page: '/cart' },
  { user: 'linus', page: '/home' },
  { user: 'grace', page: '/home' },
  { user: 'ada', page: '/home' },
];

function countByPage(list) {
  const counts = new Map();
  for (const visit of list) {
    counts.set(visit.page, (counts.get(visit.page) ?? 0) + 1);
  }
  return counts;
}

for (const [page, count] of countByPage(visits)) {
  console.log(page, count);
}

// Your task
// 1. Write visitors(list): how many different users are there? A Set helps. Answer: 3.
// 2. Write visitorsByPage(list): how many different users did each page have?
//    Keep a Map from the page to a Set of users. Answer: /home 3, /cart 1.
// 3. Print both.
