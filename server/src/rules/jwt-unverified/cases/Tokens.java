package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.util.Date;

class Tokens {
  private final String secret;

  Tokens(String secret) {
    this.secret = secret;
  }

  String issue(String name, Date end) {
    return JWT.create().withSubject(name).withExpiresAt(end).sign(Algorithm.HMAC256(secret));
  }

  String open(String name, Date end) {
    Algorithm none = Algorithm.none();
    return JWT.create().withSubject(name).withExpiresAt(end).sign(none); // finds jwt-unverified
  }

  String read(String token) {
    return JWT.decode(token).getSubject(); // finds jwt-unverified (warning)
  }

  Object parsed(String token) {
    return Jwts.parser().setSigningKey(secret).parse(token).getBody(); // finds jwt-unverified (warning)
  }

  String plain(String name, Date end) {
    return Jwts.builder() // finds jwt-unverified
        .setSubject(name)
        .setExpiration(end)
        .compact();
  }
}
