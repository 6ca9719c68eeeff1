const keys = [
  'AKIAIOSFODNN7EXAMPLE',
  '-----BEGIN PRIVATE KEY-----',
  'postgres://shop:x7Kq-92mPw@db.shop.internal/shop', // finds hardcoded-secret (warning)
  'postgres://postgres:postgres@localhost:5432/shop',
  'postgres://user:password@host/shop',
  'postgres://shop:${PASSWORD}@db.shop.internal/shop',
  'https://example.com/path:1/@handle',
];
const names = {
  apiKey: 'b7e1f09c3d5a48269ce4', // finds hardcoded-secret (warning)
  api_key: process.env.API_KEY,
  secretKey: 'change-me-in-production',
  password: 'Password is required',
  passwordLabel: 'b7e1f09c3d5a48269ce4',
  token: 'csrf-token',
  accessTokenUrl: 'https://login.example.org/token9f8e7d6c5b4a',
};
const password = 'hunter2!'; // finds hardcoded-secret (warning)
const pwd = 'your-password-1';
