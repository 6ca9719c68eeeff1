package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class AccountController {
  record Credentials(String email, String password) {}

  private final PasswordEncoder encoder = new BCryptPasswordEncoder();
  private final JdbcTemplate db =
      new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:users.db"));

  AccountController() {
    // Every start begins with no members.
    db.execute("DROP TABLE IF EXISTS users");
    db.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password_hash TEXT)");
  }

  @PostMapping("/signup")
  ResponseEntity<Map<String, String>> signUp(@RequestBody Credentials sent) {
    if (sent.email() == null || sent.password() == null || sent.password().length() < 8) {
      String reason = "Send an email and a password of at least 8 characters.";
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
    String hash = encoder.encode(sent.password());
    db.update("INSERT INTO users (email, password_hash) VALUES (?, ?)", sent.email(), hash);
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("email", sent.email()));
  }

  @PostMapping("/login")
  Map<String, String> logIn(@RequestBody Credentials sent) {
    String sql = "SELECT password_hash FROM users WHERE email = ?";
    List<String> hashes = db.queryForList(sql, String.class, sent.email());
    if (hashes.isEmpty() || !encoder.matches(sent.password(), hashes.get(0))) {
      String reason = "The email or the password is wrong.";
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, reason);
    }
    return Map.of("email", sent.email());
  }
}
