package shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products in the database. */
@Repository
public class Products {
  private final JdbcClient db;

  public Products(JdbcClient db) {
    this.db = db;
  }

  // TODO: find and count the products that fit, find one, add, change and remove one.
}
