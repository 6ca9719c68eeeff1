package shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts in the database. */
@Component
public class Accounts {
  private final JdbcClient db;

  public Accounts(JdbcClient db) {
    this.db = db;
  }

  /** Returns false when the e-mail has an account already. */
  public boolean add(String email, String password) {
    String hash = hash(password);
    return db.sql(
                """
                INSERT INTO accounts (email, password_hash) VALUES (?, ?)
                ON CONFLICT (email) DO NOTHING
                """)
            .params(email, hash)
            .update()
        > 0;
  }

  public Optional<Account> find(int id) {
    return db.sql("SELECT id, email, password_hash FROM accounts WHERE id = ?")
        .param(id)
        .query(Account.class)
        .optional();
  }

  /** The account with this e-mail, when the password fits. */
  public Optional<Account> find(String email, String password) {
    Optional<Account> account =
        db.sql("SELECT id, email, password_hash FROM accounts WHERE email = ?")
            .param(email)
            .query(Account.class)
            .optional();
    String hash = hash(password);
    return account.filter(found -> found.passwordHash().equals(hash));
  }

  private static String hash(String password) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
