package shop;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {
  record Account(String name, String address) {}

  // A real shop takes the account from the session.
  private Account account = new Account("Ada", "Station Road 12");

  @GetMapping("/account")
  Account showAccount() {
    return account;
  }

  @PutMapping("/account")
  Account changeAccount(@RequestBody Map<String, String> body) {
    account = new Account(account.name(), body.getOrDefault("address", ""));
    return account;
  }
}
