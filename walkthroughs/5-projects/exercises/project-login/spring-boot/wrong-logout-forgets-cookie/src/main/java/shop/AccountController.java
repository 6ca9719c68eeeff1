package shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AccountController {
  /** The field of the session that holds the id of the account. */
  private static final String ACCOUNT_ID = "accountId";

  /** What makes an account. When a field is wrong, Spring answers 400. */
  public record NewAccount(
      @NotNull @Email @Size(max = 254) String email, @NotNull @Size(min = 10) String password) {
    /** bcrypt takes no more than 72 bytes. */
    @AssertTrue
    public boolean isPasswordShortEnough() {
      return password == null || password.getBytes(StandardCharsets.UTF_8).length <= 72;
    }
  }

  public record Login(@NotNull @Size(max = 254) String email, @NotNull String password) {}

  private final Accounts accounts;
  private final LoginLimit limit;

  public AccountController(Accounts accounts, LoginLimit limit) {
    this.accounts = accounts;
    this.limit = limit;
  }

  @PostMapping("/register")
  public ResponseEntity<Map<String, String>> register(@Valid @RequestBody NewAccount fields) {
    String email = normalize(fields.email());
    if (!accounts.add(email, fields.password())) {
      return error(HttpStatus.CONFLICT, "This e-mail has an account already.");
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("email", email));
  }

  @PostMapping("/login")
  public ResponseEntity<Map<String, String>> logIn(
      @Valid @RequestBody Login fields, HttpServletRequest request) {
    String email = normalize(fields.email());
    if (!limit.allows(email)) {
      return error(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Wait a quarter of an hour.");
    }
    Optional<Account> account = accounts.find(email, fields.password());
    if (account.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "The e-mail or the password is wrong.");
    }
    limit.forget(email);
    HttpSession session = request.getSession();
    // A cookie that somebody else put into this browser must not become the one of the account.
    request.changeSessionId();
    session.setAttribute(ACCOUNT_ID, account.get().id());
    return ResponseEntity.ok(Map.of("email", account.get().email()));
  }

  @GetMapping("/me")
  public ResponseEntity<Map<String, String>> me(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ACCOUNT_ID) instanceof Integer id)) {
      return error(HttpStatus.UNAUTHORIZED, "Nobody is logged in.");
    }
    return accounts
        .find(id)
        .map(account -> ResponseEntity.ok(Map.of("email", account.email())))
        .orElseGet(() -> error(HttpStatus.UNAUTHORIZED, "Nobody is logged in."));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void logOut(HttpServletResponse response) {
    Cookie cookie = new Cookie("session", "");
    cookie.setPath("/");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  /** Capitals do not make another address. */
  private static String normalize(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  private static ResponseEntity<Map<String, String>> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
