package shop;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AccountController {
  private final Accounts accounts;

  public AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  // TODO: POST /register, POST /login and POST /logout

  // TODO: look for the account in the session.
  @GetMapping("/me")
  public ResponseEntity<Void> me() {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
  }
}
