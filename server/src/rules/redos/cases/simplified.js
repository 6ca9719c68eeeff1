const repeated = /^(?:a+)+$/; // finds redos (warning)
const grouped = /^([a-z]+)*$/; // finds redos (warning)
const words = /^(?:\w+\s?)*$/; // finds redos (warning)
const names = /^([\w.]+-?)+@/; // finds redos (warning)
const either = /^(?:\w|\d)*$/; // finds redos (warning)
const twice = /(a|a)*$/; // finds redos (warning)
const any = /^(?:.|\d)*$/; // finds redos (warning)

exports.patterns = [repeated, grouped, words, names, either, twice, any];
exports.hosts = [/^(.+\.)*example\.com$/]; // finds redos (warning)
exports.labels = /^(?:.*,)+x$/; // finds redos (warning)
