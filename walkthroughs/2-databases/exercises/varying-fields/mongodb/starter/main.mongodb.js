// TODO 1: who has no answer about the newsletter, only the name
db.users.find({ newsletter: false }, { name: 1, _id: 0 }).sort({ _id: 1 });

// TODO 2: who has a phone, in either form, only the name

// TODO 3: phone becomes phones

// TODO 4: newsletter is false where it is missing
