package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AuthorController {
  /** The field of the session that holds the id of the author. */
  static final String AUTHOR_ID = "authorId";

  /** What makes an author. When a field is wrong, Spring answers 400. */
  public record NewAuthor(
      @NotBlank @Size(max = 50) String name, @NotNull @Size(min = 10) String password) {
    /** bcrypt takes no more than 72 bytes. */
    @AssertTrue
    public boolean isPasswordShortEnough() {
      return password == null || password.getBytes(StandardCharsets.UTF_8).length <= 72;
    }
  }

  public record Login(@NotNull @Size(max = 50) String name, @NotNull String password) {}

  private final Authors authors;
  private final LoginLimit limit;

  public AuthorController(Authors authors, LoginLimit limit) {
    this.authors = authors;
    this.limit = limit;
  }

  @PostMapping("/authors")
  public ResponseEntity<Map<String, String>> register(@Valid @RequestBody NewAuthor fields) {
    if (!authors.add(fields.name(), fields.password())) {
      return error(HttpStatus.CONFLICT, "This name is taken.");
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("name", fields.name()));
  }

  @PostMapping("/login")
  public ResponseEntity<Map<String, String>> logIn(
      @Valid @RequestBody Login fields, HttpServletRequest request) {
    if (!limit.allows(fields.name())) {
      return error(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Wait a quarter of an hour.");
    }
    Optional<Author> author = authors.find(fields.name(), fields.password());
    if (author.isEmpty()) {
      return error(HttpStatus.UNAUTHORIZED, "The name or the password is wrong.");
    }
    limit.forget(fields.name());
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(AUTHOR_ID, author.get().id());
    return ResponseEntity.ok(Map.of("name", author.get().name()));
  }

  private static ResponseEntity<Map<String, String>> error(HttpStatus status, String message) {
    return ResponseEntity.status(status).body(Map.of("error", message));
  }
}
