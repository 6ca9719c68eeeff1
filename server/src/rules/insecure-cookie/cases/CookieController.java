package shop;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.NewCookie;
import org.springframework.http.ResponseCookie;

class CookieController {
  void first(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("session", token);
    cookie.setPath("/");
    response.addCookie(cookie); // finds insecure-cookie (warning)
  }

  void second(HttpServletResponse response, String token) {
    Cookie login = new Cookie("session", token);
    login.setSecure(false); // finds insecure-cookie (warning)
    login.setHttpOnly(true);
    response.addCookie(login);
  }

  ResponseCookie third(String token) {
    return ResponseCookie.from("session", token) // finds insecure-cookie (hint)
        .path("/")
        .build();
  }

  NewCookie fourth(String token) {
    return new NewCookie("session", token); // finds insecure-cookie (warning)
  }
}
