package shop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts failed logins for each e-mail, also for one without an account. */
@Component
public class LoginLimit {
  private static final int MOST_ATTEMPTS = 5;
  private static final int MOST_EMAILS = 10_000;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private record Attempts(int count, Instant last) {}

  /** The oldest are forgotten first, so that made-up addresses cannot fill the memory. */
  private final Map<String, Attempts> byEmail =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
          return size() > MOST_EMAILS;
        }
      };

  /** Counts an attempt before it is made, so that many at once count, too. */
  public synchronized boolean allows(String email) {
    Instant now = Instant.now();
    Attempts before = byEmail.get(email);
    boolean isOld = before == null || before.last().plus(PAUSE).isBefore(now);
    int count = isOld ? 1 : before.count() + 1;
    if (count > MOST_ATTEMPTS) {
      return false;
    }
    byEmail.put(email, new Attempts(count, now));
    return true;
  }

  /** After a login. */
  public synchronized void forget(String email) {
    byEmail.remove(email);
  }
}
