package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class AccountController {
  record Credentials(String email, String password) {}

  private final JdbcTemplate db =
      new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:users.db"));

  AccountController() {
    // Every start begins with no members.
    db.execute("DROP TABLE IF EXISTS users");
    db.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT)");
  }

  @PostMapping("/signup")
  ResponseEntity<Map<String, String>> signUp(@RequestBody Credentials sent) {
    if (sent.email() == null || sent.password() == null || sent.password().length() < 8) {
      String reason = "Send an email and a password of at least 8 characters.";
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
    db.update("INSERT INTO users (email, password) VALUES (?, ?)", sent.email(), sent.password());
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("email", sent.email()));
  }

  @PostMapping("/login")
  Map<String, String> logIn(@RequestBody Credentials sent) {
    String sql = "SELECT password FROM users WHERE email = ?";
    List<String> passwords = db.queryForList(sql, String.class, sent.email());
    if (passwords.isEmpty() || !passwords.get(0).equals(sent.password())) {
      String reason = "The email or the password is wrong.";
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, reason);
    }
    return Map.of("email", sent.email());
  }
}
