package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty table with the products of the file products.json. */
@Component
public class FirstProducts implements ApplicationRunner {
  private final JdbcClient db;
  private final ObjectMapper json;

  public FirstProducts(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  // All of them or none: a crash must not leave half a list.
  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    int count = db.sql("SELECT count(*) FROM products").query(Integer.class).single();
    if (count > 0) {
      return;
    }
    for (Product product : json.readValue(Path.of("products.json").toFile(), Product[].class)) {
      db.sql(
              """
              INSERT INTO products (id, name, category, price, stock)
              VALUES (:id, :name, :category, :price, :stock)
              """)
          .paramSource(product)
          .update();
    }
  }
}
