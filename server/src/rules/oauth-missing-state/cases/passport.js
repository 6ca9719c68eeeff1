const passport = require('passport');
const OAuth2Strategy = require('passport-oauth2');

passport.use(new OAuth2Strategy({ clientID: 'shop', callbackURL: '/back' }, verify)); // finds oauth-missing-state (warning)
passport.use(new OAuth2Strategy({ clientID: 'shop', state: false }, verify)); // finds oauth-missing-state (warning)
