package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.util.Date;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;

class Tokens {
  private final String secret;

  Tokens(String secret) {
    this.secret = secret;
  }

  String issue(String name, Date end) {
    return JWT.create().withSubject(name).withExpiresAt(end).sign(Algorithm.HMAC256(secret));
  }

  String open(String name, Date end) {
    Algorithm none = Algorithm.HMAC256(secret);
    return JWT.create().withSubject(name).withExpiresAt(end).sign(none); // finds jwt-unverified
  }

  String read(String token) {
    return JWT.require(Algorithm.HMAC256(secret)).build().verify(token).getSubject(); // finds jwt-unverified (warning)
  }

  Object parsed(String token) {
    return Jwts.parser().setSigningKey(secret).parseClaimsJws(token).getBody(); // finds jwt-unverified (warning)
  }

  String plain(String name, Date end) {
    return Jwts.builder() // finds jwt-unverified
        .setSubject(name)
        .setExpiration(end)
        .signWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))
        .compact();
  }
}
