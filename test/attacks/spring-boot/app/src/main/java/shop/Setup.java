package shop;

import jakarta.annotation.PostConstruct;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes and fills the tables before the application answers for the first time. */
@Component
public class Setup {
  private final JdbcTemplate jdbc;
  private final Users users;

  public Setup(JdbcTemplate jdbc, Users users) {
    this.jdbc = jdbc;
    this.users = users;
  }

  @PostConstruct
  public void fill() {
    String id = System.getenv("DATABASE_URL") == null ? "INTEGER PRIMARY KEY" : "SERIAL PRIMARY KEY";
    jdbc.execute("CREATE TABLE IF NOT EXISTS products (id " + id + ", name TEXT, price INTEGER)");
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS users (id "
            + id
            + ", name TEXT UNIQUE, password TEXT, role TEXT, bio TEXT, secret TEXT)");
    if (users.find("admin") != null) {
      return;
    }
    jdbc.update(
        "INSERT INTO products (name, price) VALUES ('desk lamp', 39), ('floor lamp', 120), ('wool rug', 85), ('oak table', 450)");
    users.add("admin", System.getenv("ADMIN_PASSWORD"), "admin");
    jdbc.update("UPDATE users SET secret = 'amber-falcon-7731' WHERE name = 'admin'");
  }
}
