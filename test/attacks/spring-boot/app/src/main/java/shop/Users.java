package shop;

import java.util.List;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class Users {
  private final JdbcTemplate jdbc;

  public Users(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public void add(String name, String password, String role) {
    jdbc.update(
        "INSERT INTO users (name, password, role, bio) VALUES (?, ?, ?, '')",
        name,
        password,
        role);
  }

  public User find(String name) {
    List<User> found =
        jdbc.query(
            "SELECT id, name, password, role, bio FROM users WHERE name = ?",
            new BeanPropertyRowMapper<>(User.class),
            name);
    return found.isEmpty() ? null : found.get(0);
  }

  public void save(User user) {
    jdbc.update(
        "UPDATE users SET bio = ?, role = ? WHERE name = ?",
        user.getBio(),
        user.getRole(),
        user.getName());
  }
}
