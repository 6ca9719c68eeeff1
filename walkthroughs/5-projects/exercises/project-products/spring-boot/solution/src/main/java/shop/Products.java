package shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products in the database. */
@Repository
public class Products {
  private static final String COLUMNS = "id, name, category, price, stock";

  /** A condition whose parameter is null fits every product. LIKE does not care about capitals. */
  private static final String FITS =
      """
      (:category IS NULL OR category = :category)
      AND (:minPrice IS NULL OR price >= :minPrice)
      AND (:maxPrice IS NULL OR price <= :maxPrice)
      AND (:pattern IS NULL OR name LIKE :pattern ESCAPE '!')
      """;

  /** What can be sorted by, and how that is said in SQL. */
  private static final Map<String, String> ORDERS =
      Map.of(
          "price", "price, id",
          "-price", "price DESC, id",
          "name", "name, id",
          "-name", "name DESC, id");

  /** What a list is asked for; null where nothing is. */
  public record Filter(String category, Integer minPrice, Integer maxPrice, String search) {
    /** A pattern for LIKE in which % and _ mean themselves. */
    public String getPattern() {
      return search == null ? null : "%" + search.replaceAll("[!%_]", "!$0") + "%";
    }
  }

  private final JdbcClient db;

  public Products(JdbcClient db) {
    this.db = db;
  }

  public int count(Filter filter) {
    return db.sql("SELECT count(*) FROM products WHERE " + FITS)
        .paramSource(filter)
        .query(Integer.class)
        .single();
  }

  /** One part of the list, ordered by id when no order is named. */
  public List<Product> list(Filter filter, String sort, int limit, long offset) {
    String order = sort == null ? "id" : ORDERS.get(sort);
    return db.sql(
            "SELECT " + COLUMNS + " FROM products WHERE " + FITS
                + " ORDER BY " + order + " LIMIT " + limit + " OFFSET " + offset)
        .paramSource(filter)
        .query(Product.class)
        .list();
  }

  public Optional<Product> find(int id) {
    return db.sql("SELECT " + COLUMNS + " FROM products WHERE id = ?")
        .param(id)
        .query(Product.class)
        .optional();
  }

  public Product add(String name, String category, int price, int stock) {
    return db.sql(
            "INSERT INTO products (name, category, price, stock) VALUES (?, ?, ?, ?) RETURNING "
                + COLUMNS)
        .params(name, category, price, stock)
        .query(Product.class)
        .single();
  }

  public void change(Product product) {
    db.sql(
            """
            UPDATE products SET name = :name, category = :category, price = :price, stock = :stock
            WHERE id = :id
            """)
        .paramSource(product)
        .update();
  }

  /** Returns whether the product was there. */
  public boolean remove(int id) {
    return db.sql("DELETE FROM products WHERE id = ?").param(id).update() > 0;
  }
}
