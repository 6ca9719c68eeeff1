package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class TokenController {
  record Login(String name) {}

  private final Algorithm algorithm;

  TokenController(@Value("${JWT_SECRET}") String secret) {
    algorithm = Algorithm.HMAC256(secret);
  }

  // A real shop asks for a password here.
  @PostMapping("/login")
  Map<String, String> logIn(@RequestBody Login login) {
    String token = JWT.create().withSubject(login.name()).withClaim("role", "member").sign(algorithm);
    return Map.of("token", token);
  }

  /** The token; without one the answer is 401. */
  private DecodedJWT readToken(String authorization) {
    try {
      return JWT.decode(authorization.replace("Bearer ", ""));
    } catch (JWTVerificationException error) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
  }

  @GetMapping("/orders")
  Map<String, Object> listOrders(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
    DecodedJWT token = readToken(authorization);
    return Map.of("name", token.getSubject(), "orders", List.of("Notebook", "Pen"));
  }

  @GetMapping("/reports")
  Map<String, Object> showReport(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
    DecodedJWT token = readToken(authorization);
    if (!"admin".equals(token.getClaim("role").asString())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return Map.of("sold", 1280);
  }
}
