package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

@RestController
class AccountController {
  private final Map<String, String> emails =
      new ConcurrentHashMap<>(Map.of("Ada", "ada@mail.example", "Tom", "tom@mail.example"));

  // A real shop asks for a password here.
  @PostMapping("/login")
  ResponseEntity<Void> logIn(@RequestParam String name, HttpServletRequest request) {
    if (!emails.containsKey(name)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    request.getSession().invalidate();
    request.getSession().setAttribute("name", name);
    return toAccount();
  }

  @GetMapping(path = "/account", produces = "text/html;charset=UTF-8")
  String showAccount(HttpSession session) {
    String email = HtmlUtils.htmlEscape(emails.get(nameIn(session)));
    return """
        <!doctype html>
        <title>Your account</title>
        <form action="/email" method="post">
        <label>E-mail <input name="email" value="%s"></label>
        <button>Save</button>
        </form>
        """.formatted(email);
  }

  @PostMapping("/email")
  ResponseEntity<Void> changeEmail(@RequestParam String email, HttpSession session) {
    emails.put(nameIn(session), email);
    return toAccount();
  }

  private static String nameIn(HttpSession session) {
    if (session.getAttribute("name") instanceof String name) {
      return name;
    }
    throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
  }

  private static ResponseEntity<Void> toAccount() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/account")).build();
  }
}
