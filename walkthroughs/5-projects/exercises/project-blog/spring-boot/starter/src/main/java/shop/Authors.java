package shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The authors in the database. */
@Component
public class Authors {
  private final JdbcClient db;

  public Authors(JdbcClient db) {
    this.db = db;
  }

  // TODO: add an author, and find the one that fits a name and a password.
}
