import type { Random } from './random';

/** What an application is about: a table with its columns. */
export interface Entity {
  readonly one: string;
  readonly many: string;
  readonly fields: readonly string[];
}

const entities: readonly Entity[] = [
  { one: 'user', many: 'users', fields: ['name', 'email', 'city', 'status'] },
  { one: 'product', many: 'products', fields: ['title', 'price', 'stock', 'category'] },
  { one: 'order', many: 'orders', fields: ['customer_id', 'total', 'status', 'placed_at'] },
  { one: 'invoice', many: 'invoices', fields: ['order_id', 'amount', 'due_date', 'currency'] },
  { one: 'article', many: 'articles', fields: ['title', 'body', 'author_id', 'published'] },
  { one: 'comment', many: 'comments', fields: ['article_id', 'author_id', 'body', 'score'] },
  { one: 'booking', many: 'bookings', fields: ['room_id', 'guest', 'starts_at', 'nights'] },
  { one: 'ticket', many: 'tickets', fields: ['subject', 'priority', 'assignee', 'state'] },
];

/** An entity whose names no other unit of the file has. */
export function entityAt(index: number, random: Random): Entity {
  const { one, many, fields } = random.pick(entities);
  return { one: `${one}${index}`, many: `${many}${index}`, fields };
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
