module.exports = {
  development: { dialect: 'postgres', host: '127.0.0.1' },
  staging: { dialect: 'postgres', host: 'db.shop.net', dialectOptions: { ssl: { require: true } } },
  old: { dialect: 'mysql', host: 'db.shop.net', dialectOptions: { ssl: { rejectUnauthorized: true } } }, // finds cleartext-transport (hint)
  off: { dialect: 'mysql', dialectOptions: { ssl: { rejectUnauthorized: true } } }, // finds cleartext-transport (hint)
  file: { dialect: 'sqlite', host: 'db.shop.net' },
};
