package shop;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class AuthorController {
  private final Authors authors;
  private final LoginLimit limit;

  public AuthorController(Authors authors, LoginLimit limit) {
    this.authors = authors;
    this.limit = limit;
  }

  // TODO: POST /authors and POST /login. LoginLimit stops who tries many passwords.
}
