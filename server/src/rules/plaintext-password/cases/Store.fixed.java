import javax.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Store {
  private JdbcTemplate jdbc;

  void register(HttpServletRequest request) {
    String password = request.getParameter("password");
    jdbc.update("INSERT INTO users (name, password) VALUES (?, ?)", request.getParameter("name"), new BCryptPasswordEncoder(12).encode(password)); // finds plaintext-password
  }

  boolean login(HttpServletRequest request, User user) {
    String password = request.getParameter("password");
    return new BCryptPasswordEncoder().matches(password, user.getPassword()); // finds plaintext-password
  }
}
