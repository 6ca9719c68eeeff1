package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
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
    HttpSession session = request.getSession();
    session.setAttribute("name", name);
    session.setAttribute("csrfToken", newToken());
    return toAccount();
  }

  @GetMapping(path = "/account", produces = "text/html;charset=UTF-8")
  String showAccount(HttpSession session) {
    String email = HtmlUtils.htmlEscape(emails.get(nameIn(session)));
    return """
        <!doctype html>
        <title>Your account</title>
        <form action="/email" method="post">
        <input type="hidden" name="csrf_token" value="%s">
        <label>E-mail <input name="email" value="%s"></label>
        <button>Save</button>
        </form>
        """.formatted(session.getAttribute("csrfToken"), email);
  }

  @PostMapping("/email")
  ResponseEntity<Void> changeEmail(
      @RequestParam String email,
      @RequestParam(name = "csrf_token", defaultValue = "") String csrfToken,
      HttpSession session) {
    String name = nameIn(session);
    if (!isSame(csrfToken, (String) session.getAttribute("csrfToken"))) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    emails.put(name, email);
    return toAccount();
  }

  private static String newToken() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static boolean isSame(String sent, String own) {
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
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
