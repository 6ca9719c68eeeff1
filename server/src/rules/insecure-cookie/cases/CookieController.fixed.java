package shop;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.NewCookie;
import org.springframework.http.ResponseCookie;

class CookieController {
  void first(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("session", token);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    response.addCookie(cookie); // finds insecure-cookie (warning)
  }

  void second(HttpServletResponse response, String token) {
    Cookie login = new Cookie("session", token);
    login.setSecure(true); // finds insecure-cookie (warning)
    login.setHttpOnly(true);
    response.addCookie(login);
  }

  ResponseCookie third(String token) {
    return ResponseCookie.from("session", token) // finds insecure-cookie (hint)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .build();
  }

  NewCookie fourth(String token) {
    return new NewCookie("session", token, null, null, null, NewCookie.DEFAULT_MAX_AGE, true, true); // finds insecure-cookie (warning)
  }
}
