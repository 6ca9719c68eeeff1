import javax.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;

class Store {
  private JdbcTemplate jdbc;

  void register(HttpServletRequest request) {
    String password = request.getParameter("password");
    jdbc.update("INSERT INTO users (name, password) VALUES (?, ?)", request.getParameter("name"), password); // finds plaintext-password
  }

  boolean login(HttpServletRequest request, User user) {
    String password = request.getParameter("password");
    return user.getPassword().equals(password); // finds plaintext-password
  }
}
