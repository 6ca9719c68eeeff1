import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Accounts {
  record Account(int id, String name) {}

  private final JdbcClient db;

  public Accounts(JdbcClient db) {
    this.db = db;
  }

  @GetMapping("/found")
  public String found(@RequestParam String name, HttpServletRequest request) {
    Optional<Account> account = find(name);
    if (account.isPresent()) {
      request.getSession().setAttribute("shown", account.get().name());
    }
    return "found";
  }

  @GetMapping("/said")
  public String said(@RequestParam String name, HttpServletRequest request) {
    request.getSession().setAttribute("shown", name); // finds trust-boundary (warning)
    return "said";
  }

  private Optional<Account> find(String name) {
    return db.sql("SELECT id, name FROM accounts WHERE name = ?")
        .param(name)
        .query(Account.class)
        .optional();
  }
}
