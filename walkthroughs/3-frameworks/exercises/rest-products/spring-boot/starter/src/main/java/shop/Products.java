package shop;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products and their reviews in the database. */
@Repository
public class Products {
  private final JdbcClient db;

  public Products(JdbcClient db) {
    this.db = db;
  }

  public List<Product> all() {
    return db.sql("SELECT id, name, price FROM products ORDER BY id").query(Product.class).list();
  }

  // TODO: find, add, change and remove a product; find and add reviews.
}
