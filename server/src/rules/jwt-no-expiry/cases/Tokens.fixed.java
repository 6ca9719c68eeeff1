package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.util.Date;

class Tokens {
  String first(String name, Algorithm algorithm) {
    return JWT.create().withSubject(name).withExpiresAt(new Date(System.currentTimeMillis() + 15 * 60 * 1000)).sign(algorithm); // finds jwt-no-expiry (warning)
  }

  String second(String name, Key key) {
    return Jwts.builder() // finds jwt-no-expiry (warning)
        .setSubject(name)
        .signWith(key)
        .setExpiration(new Date(System.currentTimeMillis() + 15 * 60 * 1000))
        .compact();
  }

  String third(String name, Key key) {
    return Jwts.builder().subject(name).signWith(key).expiration(new Date(System.currentTimeMillis() + 15 * 60 * 1000)).compact(); // finds jwt-no-expiry (warning)
  }
}
