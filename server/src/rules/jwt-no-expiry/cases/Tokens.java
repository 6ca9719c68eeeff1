package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import java.security.Key;

class Tokens {
  String first(String name, Algorithm algorithm) {
    return JWT.create().withSubject(name).sign(algorithm); // finds jwt-no-expiry (warning)
  }

  String second(String name, Key key) {
    return Jwts.builder() // finds jwt-no-expiry (warning)
        .setSubject(name)
        .signWith(key)
        .compact();
  }

  String third(String name, Key key) {
    return Jwts.builder().subject(name).signWith(key).compact(); // finds jwt-no-expiry (warning)
  }
}
