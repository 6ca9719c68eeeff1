package shop;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The authors in the database. */
@Component
public class Authors {
  private final PasswordEncoder encoder = new BCryptPasswordEncoder();

  /** Compared when there is no such author, so that the answer takes as long as with one. */
  private final String nobodysHash = encoder.encode("nobody");

  private final JdbcClient db;

  public Authors(JdbcClient db) {
    this.db = db;
  }

  /** Returns false when the name is taken. */
  public boolean add(String name, String password) {
    String hash = encoder.encode(password);
    return db.sql(
                """
                INSERT INTO authors (name, password_hash) VALUES (?, ?)
                ON CONFLICT (name) DO NOTHING
                """)
            .params(name, hash)
            .update()
        > 0;
  }

  /** The author with this name, when the password fits. */
  public Optional<Author> find(String name, String password) {
    Optional<Author> author =
        db.sql("SELECT id, name, password_hash FROM authors WHERE name = ?")
            .param(name)
            .query(Author.class)
            .optional();
    String hash = author.map(Author::passwordHash).orElse(nobodysHash);
    return encoder.matches(password, hash) ? author : Optional.empty();
  }
}
