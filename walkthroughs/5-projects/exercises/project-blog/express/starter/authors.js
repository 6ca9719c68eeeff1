// TODO: check a name and a password, store an author with a hash (bcryptjs is installed), and find
// the author whose name and password fit.

module.exports = {};
