package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class SessionController {
  private static final List<String> MEMBERS = List.of("Ada", "Tom");

  record Login(String name) {}

  @GetMapping("/visits")
  Map<String, Integer> countVisits(HttpSession session) {
    int visits = session.getAttribute("visits") instanceof Integer before ? before + 1 : 1;
    session.setAttribute("visits", visits);
    return Map.of("visits", visits);
  }

  // A real shop asks for a password here.
  @PostMapping("/login")
  Map<String, String> logIn(@RequestBody Login login, HttpServletRequest request) {
    String name =
        MEMBERS.stream()
            .filter(member -> member.equals(login.name()))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    HttpSession session = request.getSession();
    session.setAttribute("name", name);
    return Map.of("name", name);
  }

  @GetMapping("/me")
  Map<String, Object> showMe(HttpSession session) {
    Object name = session.getAttribute("name");
    if (name == null) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return Map.of("name", name);
  }

  @PostMapping("/logout")
  Map<String, String> logOut(HttpSession session) {
    session.invalidate();
    return Map.of();
  }
}
