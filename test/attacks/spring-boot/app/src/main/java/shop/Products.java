package shop;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class Products {
  private final JdbcTemplate jdbc;

  public Products(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Product> search(String text) {
    String sql = "SELECT id, name, price FROM products WHERE name LIKE '%" + text + "%'";
    return jdbc.query(
        sql,
        (row, number) -> new Product(row.getInt("id"), row.getString("name"), row.getInt("price")));
  }
}
