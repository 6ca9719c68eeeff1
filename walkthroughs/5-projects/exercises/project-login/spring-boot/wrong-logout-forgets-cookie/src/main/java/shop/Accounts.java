package shop;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts in the database. */
@Component
public class Accounts {
  private final PasswordEncoder encoder = new BCryptPasswordEncoder();

  /** Compared when there is no account, so that the answer takes as long as with one. */
  private final String nobodysHash = encoder.encode("nobody");

  private final JdbcClient db;

  public Accounts(JdbcClient db) {
    this.db = db;
  }

  /** Returns false when the e-mail has an account already. */
  public boolean add(String email, String password) {
    String hash = encoder.encode(password);
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
    String hash = account.map(Account::passwordHash).orElse(nobodysHash);
    return encoder.matches(password, hash) ? account : Optional.empty();
  }
}
