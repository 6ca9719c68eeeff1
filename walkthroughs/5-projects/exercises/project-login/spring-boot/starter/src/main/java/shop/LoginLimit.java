package shop;

import org.springframework.stereotype.Component;

/** Counts failed logins for each e-mail. */
@Component
public class LoginLimit {
  // TODO: count attempts, say when there are too many, and forget them after a login.
}
