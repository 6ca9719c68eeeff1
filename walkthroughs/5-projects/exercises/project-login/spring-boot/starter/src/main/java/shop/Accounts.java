package shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts in the database. */
@Component
public class Accounts {
  private final JdbcClient db;

  public Accounts(JdbcClient db) {
    this.db = db;
  }

  // TODO: add an account, find one by its id, and find the one that fits an e-mail and a password.
}
