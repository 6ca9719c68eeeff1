package shop;

import java.util.List;
import java.util.Optional;
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

  public Optional<Product> find(int id) {
    return db.sql("SELECT id, name, price FROM products WHERE id = ?")
        .param(id)
        .query(Product.class)
        .optional();
  }

  public Product add(String name, int price) {
    return db.sql(
            "INSERT INTO products (name, price) VALUES ('" + name + "', " + price
                + ") RETURNING id, name, price")
        .query(Product.class)
        .single();
  }

  /** Returns whether the product was there. */
  public boolean change(Product product) {
    return db.sql("UPDATE products SET name = ?, price = ? WHERE id = ?")
            .params(product.name(), product.price(), product.id())
            .update()
        > 0;
  }

  /** Returns whether the product was there. Its reviews go, too. */
  public boolean remove(int id) {
    return db.sql("DELETE FROM products WHERE id = ?").param(id).update() > 0;
  }

  public List<Review> reviews(int productId) {
    return db.sql("SELECT stars, text FROM reviews WHERE product_id = ? ORDER BY id")
        .param(productId)
        .query(Review.class)
        .list();
  }

  public void addReview(int productId, Review review) {
    db.sql("INSERT INTO reviews (product_id, stars, text) VALUES (?, ?, ?)")
        .params(productId, review.stars(), review.text())
        .update();
  }
}
