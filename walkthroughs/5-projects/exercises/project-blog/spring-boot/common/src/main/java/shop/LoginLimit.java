package shop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts failed logins for each name, also for one without an account. */
@Component
public class LoginLimit {
  private static final int MOST_ATTEMPTS = 5;
  private static final int MOST_NAMES = 10_000;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private record Attempts(int count, Instant last) {}

  /** The oldest are forgotten first, so that made-up names cannot fill the memory. */
  private final Map<String, Attempts> byName =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /** Counts an attempt before it is made, so that many at once count, too. */
  public synchronized boolean allows(String name) {
    Instant now = Instant.now();
    Attempts before = byName.get(name);
    boolean isOld = before == null || before.last().plus(PAUSE).isBefore(now);
    int count = isOld ? 1 : before.count() + 1;
    if (count > MOST_ATTEMPTS) {
      return false;
    }
    byName.put(name, new Attempts(count, now));
    return true;
  }

  /** After a login. */
  public synchronized void forget(String name) {
    byName.remove(name);
  }
}
