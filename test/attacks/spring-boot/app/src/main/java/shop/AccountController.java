package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AccountController {
  private final Users users;

  public AccountController(Users users) {
    this.users = users;
  }

  public record Login(String name, String password) {}

  @PostMapping("/register")
  public ResponseEntity<Map<String, String>> register(@RequestBody Login login) {
    users.add(login.name(), login.password(), "user");
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("name", login.name()));
  }

  @PostMapping("/login")
  public ResponseEntity<Map<String, String>> login(
      @RequestBody Login login, HttpServletResponse response) {
    String password = login.password();
    User user = users.find(login.name());
    if (user == null || !user.getPassword().equals(password)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .body(Map.of("error", "Wrong name or password."));
    }
    String token =
        JWT.create()
            .withSubject(user.getName())
            .withClaim("role", user.getRole())
            .withExpiresAt(Instant.now().plusSeconds(3600))
            .sign(Algorithm.HMAC256(System.getenv("JWT_SECRET")));
    Cookie cookie = new Cookie("session", token);
    cookie.setPath("/");
    response.addCookie(cookie);
    return ResponseEntity.ok(Map.of("token", token));
  }

  @GetMapping("/admin")
  public ResponseEntity<Map<String, String>> admin(
      @RequestHeader("Authorization") String authorization) {
    DecodedJWT token = JWT.decode(authorization.replace("Bearer ", ""));
    if (!"admin".equals(token.getClaim("role").asString())) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("error", "Not allowed."));
    }
    return ResponseEntity.ok(Map.of("message", "Welcome, " + token.getSubject()));
  }

  @GetMapping("/profile")
  public Map<String, String> profile(@RequestHeader("Authorization") String authorization) {
    DecodedJWT token = JWT.decode(authorization.replace("Bearer ", ""));
    User user = users.find(token.getSubject());
    return Map.of("name", user.getName(), "bio", user.getBio());
  }

  @PostMapping("/profile")
  public Map<String, String> changeProfile(
      @RequestHeader("Authorization") String authorization, @RequestBody User changes) {
    DecodedJWT token = JWT.decode(authorization.replace("Bearer ", ""));
    User user = users.find(token.getSubject());
    BeanUtils.copyProperties(changes, user);
    users.save(user);
    return Map.of("name", user.getName(), "bio", user.getBio());
  }
}
