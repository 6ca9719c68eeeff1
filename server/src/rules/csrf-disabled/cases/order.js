const express = require('express');
const csurf = require('csurf');
const methodOverride = require('method-override');

const forms = express();
forms.use(methodOverride('_method'));
forms.use(csurf({ cookie: true }));

function wrong() {
  const app = express();
  app.use(csurf({ cookie: true })); // finds csrf-disabled (warning)
  app.use(methodOverride('_method'));
}
